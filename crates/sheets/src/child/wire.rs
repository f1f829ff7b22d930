//! What goes between the server and the child.
//!
//! A request is the length of the name, the name, the length of the file, the file. An answer is one piece of JSON: what was
//! made of the file, or why it was not read. One that is cut off is no JSON, and so no answer.

use std::io::{self, Read};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::read::{Limits, ReadError};

/// Marks a request without a name.
const NO_NAME: u32 = u32::MAX;

/// A name longer than this is no name.
const LONGEST_NAME: u32 = 4096;

/// The head of a request: all but the bytes of the file.
pub(crate) fn request_head(name: Option<&str>, length: usize) -> Vec<u8> {
    let name = name.filter(|name| name.len() <= LONGEST_NAME as usize);
    let name_length = name.and_then(|name| u32::try_from(name.len()).ok()).unwrap_or(NO_NAME);
    let mut head = name_length.to_le_bytes().to_vec();
    head.extend_from_slice(name.unwrap_or_default().as_bytes());
    head.extend_from_slice(&(length as u64).to_le_bytes());
    head
}

/// A name and a file.
type Request = (Option<String>, Vec<u8>);

/// Reads a request. A file that is too large is refused before it is read.
pub(crate) fn read_request(input: &mut impl Read, limits: &Limits) -> io::Result<Result<Request, ReadError>> {
    let mut short = [0; 4];
    input.read_exact(&mut short)?;
    let name = match u32::from_le_bytes(short) {
        NO_NAME => None,
        length if length > LONGEST_NAME => return Err(io::ErrorKind::InvalidData.into()),
        length => {
            let mut name = vec![0; length as usize];
            input.read_exact(&mut name)?;
            Some(String::from_utf8(name).map_err(|_| io::ErrorKind::InvalidData)?)
        }
    };
    let mut long = [0; 8];
    input.read_exact(&mut long)?;
    let length = u64::from_le_bytes(long);
    if length > limits.input_mib * 1024 * 1024 {
        return Ok(Err(ReadError::TooLarge { limit_mib: limits.input_mib }));
    }
    let mut bytes = Vec::new();
    input.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Ok((name, bytes)))
}

/// An answer as it is sent.
pub(crate) fn encode<T: Serialize>(answer: &Result<T, ReadError>) -> io::Result<Vec<u8>> {
    Ok(serde_json::to_vec(answer)?)
}

/// An answer as it arrived.
pub(crate) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ReadError> {
    serde_json::from_slice(bytes).unwrap_or(Err(ReadError::GaveUp))
}
