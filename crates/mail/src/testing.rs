//! A mail server for tests: it listens on this machine, says what it is told to, and keeps what it is handed.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What the server does with the next letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// Takes them.
    Takes,
    /// Refuses them with this code, once it is told whom they are for.
    Refuses(u16),
    /// Hangs up in the middle of the letter.
    HangsUp,
}

/// The server.
#[derive(Clone)]
pub struct Sink {
    port: u16,
    inner: Arc<Mutex<Inner>>,
}

struct Inner {
    mood: Mood,
    letters: Vec<String>,
    tries: usize,
}

impl Sink {
    /// Starts to listen on a free port.
    ///
    /// # Errors
    /// When there is none.
    pub async fn open() -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let inner = Arc::new(Mutex::new(Inner { mood: Mood::Takes, letters: Vec::new(), tries: 0 }));
        let sink = Self { port: listener.local_addr()?.port(), inner };
        let listening = sink.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let sink = listening.clone();
                // A connection that breaks off is what some tests ask for.
                tokio::spawn(async move { sink.talk(stream).await.is_ok() });
            }
        });
        Ok(sink)
    }

    /// Its address, as settings name it.
    #[must_use]
    pub fn address(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// What it does from now on.
    pub fn be(&self, mood: Mood) {
        self.with(|inner| inner.mood = mood);
    }

    /// The letters it has taken, as they travelled.
    #[must_use]
    pub fn letters(&self) -> Vec<String> {
        self.with(|inner| inner.letters.clone())
    }

    /// How many letters it was offered.
    #[must_use]
    pub fn tries(&self) -> usize {
        self.with(|inner| inner.tries)
    }

    fn with<T>(&self, ask: impl FnOnce(&mut Inner) -> T) -> T {
        ask(&mut self.inner.lock().unwrap_or_else(PoisonError::into_inner))
    }

    async fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        let (reading, mut writing) = stream.into_split();
        let mut lines = BufReader::new(reading).lines();
        writing.write_all(b"220 sink\r\n").await?;
        let mut letter: Option<String> = None;
        while let Some(line) = lines.next_line().await? {
            if let Some(text) = &mut letter {
                if line != "." {
                    text.push_str(&line);
                    text.push('\n');
                    continue;
                }
                if self.with(|inner| inner.mood) == Mood::HangsUp {
                    return Ok(());
                }
                let text = letter.take().unwrap_or_default();
                self.with(|inner| inner.letters.push(text));
                writing.write_all(b"250 taken\r\n").await?;
                continue;
            }
            let answer = self.answer(&line);
            letter = answer.starts_with("354").then(String::new);
            writing.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
        Ok(())
    }

    fn answer(&self, line: &str) -> String {
        let word = line.split(' ').next().unwrap_or_default().to_ascii_uppercase();
        match word.as_str() {
            "RCPT" => self.with(|inner| {
                inner.tries += 1;
                match inner.mood {
                    Mood::Refuses(code) => format!("{code} no"),
                    Mood::Takes | Mood::HangsUp => "250 yes".to_owned(),
                }
            }),
            "DATA" => "354 go on".to_owned(),
            "QUIT" => "221 bye".to_owned(),
            _ => "250 yes".to_owned(),
        }
    }
}
