//! Reading in a child process. Started with `serve` this test is that child; otherwise it is the server's side.

use std::error::Error;
use std::time::{Duration, Instant};

use sheets::child::{self, Reader, Task};
use sheets::read::{Limits, ReadError};
use sheets::write::{Column, Sheet, Workbook, xlsx};
use sheets::{Source, read};

type Outcome = Result<(), Box<dyn Error>>;

/// The whole of a file, as far as a child may answer it.
const WHOLE: Task<Source> = Task::new("whole", 16, read::file);

/// The whole of a file, were it not for a child that has hardly any room to answer.
const LITTLE: Task<Source> = Task::new("little", 0, read::file);

/// More memory than there is.
const HOG: Task<usize> = Task::new("hog", 1, |_, _| Ok(hog()));

fn main() -> Outcome {
    let argument = std::env::args().nth(1);
    if argument.as_deref() == Some("serve") {
        child::apply_limits()?;
        let (input, output) = (std::io::stdin(), std::io::stdout());
        match std::env::args().nth(2).as_deref() {
            Some("whole") => child::serve(&WHOLE, input, output)?,
            Some("little") => child::serve(&LITTLE, input, output)?,
            Some("hog") => child::serve(&HOG, input, output)?,
            _ => {}
        }
        return Ok(());
    }
    // Test runners ask what there is before they run it: one test, and none that is ignored.
    if std::env::args().any(|argument| argument == "--list") {
        if !std::env::args().any(|argument| argument == "--ignored") {
            println!("child: test");
        }
        return Ok(());
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(async {
        answers_as_here().await?;
        errors_come_through().await;
        limits_hold().await?;
        turns_are_taken().await
    })?;
    println!("child: all passed");
    Ok(())
}

/// Takes memory until the limit ends the process. Only reserved, so that the machine does not feel it.
fn hog() -> usize {
    let blocks: Vec<Vec<u8>> = (0..64).map(|_| Vec::with_capacity(64 * 1024 * 1024)).collect();
    blocks.len()
}

fn this_program() -> Result<Reader, Box<dyn Error>> {
    Ok(Reader::child(std::env::current_exe()?, ["serve"]))
}

fn workbook(rows: usize) -> Result<Vec<u8>, Box<dyn Error>> {
    let row = |number: usize| (0..10).map(|column| format!("rad {number} kolumn {column}").into()).collect();
    let columns = (0..10).map(|number| Column::new(format!("Kolumn {number}"), 10)).collect();
    let sheet = Sheet { name: "Plan".to_owned(), columns, rows: (0..rows).map(row).collect(), ..Sheet::default() };
    let created = jiff::civil::date(2026, 1, 1).at(0, 0, 0, 0);
    Ok(xlsx(&Workbook { title: "Plan".to_owned(), author: None, created, sheets: vec![sheet] })?)
}

async fn answers_as_here() -> Outcome {
    let bytes = workbook(1_000)?;
    let here = read::file(None, &bytes)?;
    assert_eq!(Reader::here().read(&WHOLE, None, bytes.clone()).await, Ok(here.clone()));
    assert_eq!(this_program()?.read(&WHOLE, None, bytes).await, Ok(here));
    let text = b"a;b\n1;2\n".to_vec();
    let named = this_program()?.read(&WHOLE, Some("plan.csv".to_owned()), text.clone()).await;
    assert_eq!(named, Ok(read::csv(&text)?));
    Ok(())
}

async fn errors_come_through() {
    // The child would agree, but these are said without starting one.
    let none = Reader::child("/nowhere", ["x"]);
    assert_eq!(none.read(&WHOLE, None, Vec::new()).await, Err(ReadError::Empty));
    let large = vec![b'a'; 21 * 1024 * 1024];
    assert_eq!(
        none.read(&WHOLE, None, large).await,
        Err(ReadError::TooLarge { limit_mib: Limits::default().input_mib })
    );
    assert_eq!(none.read(&WHOLE, None, b"x".to_vec()).await, Err(ReadError::GaveUp));
}

async fn limits_hold() -> Outcome {
    let file = || b"a;b\n1;2\n".to_vec();
    assert_eq!(this_program()?.read(&WHOLE, None, b"%PDF-1.7".to_vec()).await, Err(ReadError::Pdf));
    assert_eq!(this_program()?.read(&HOG, None, file()).await, Err(ReadError::GaveUp));
    assert_eq!(Reader::child("false", [""; 0]).read(&WHOLE, None, vec![b'a'; 1_000_000]).await, Err(ReadError::GaveUp));
    assert_eq!(Reader::child("echo", ["[]"]).read(&WHOLE, None, file()).await, Err(ReadError::GaveUp));
    assert_eq!(
        Reader::child("cat", ["/dev/zero"]).read(&WHOLE, None, vec![b'a'; 1_000_000]).await,
        Err(ReadError::TooMuchText { limit_mib: 16 })
    );
    let little = Err(ReadError::TooMuchText { limit_mib: 0 });
    for reader in [this_program()?, Reader::here()] {
        assert_eq!(reader.read(&LITTLE, None, file()).await, little);
    }
    let start = Instant::now();
    let slow =
        Reader::child("sh", ["-c", "exec sleep 60"]).within(Duration::from_secs(1)).read(&WHOLE, None, file()).await;
    assert_eq!(slow, Err(ReadError::TooSlow { limit_ms: 1_000 }));
    assert!(start.elapsed() < Duration::from_secs(3));
    Ok(())
}

/// Several files at once, each answered.
async fn turns_are_taken() -> Outcome {
    let reader = this_program()?;
    let bytes = workbook(200)?;
    let expected: Result<Source, ReadError> = read::file(None, &bytes);
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let (reader, bytes) = (reader.clone(), bytes.clone());
            tokio::spawn(async move { reader.read(&WHOLE, None, bytes).await })
        })
        .collect();
    for task in tasks {
        assert_eq!(task.await?, expected);
    }
    Ok(())
}
