//! Just enough of Rust's grammar to tell code, comments and string literals apart.

/// A Rust file taken apart.
#[derive(Debug, Default)]
pub struct Rust {
    /// The code, with comments and the insides of strings blanked out; lines are those of the file.
    pub code: String,
    /// Line comments and block comments; doc comments are among them.
    pub comments: Vec<Piece>,
    /// String literals, without quotes.
    pub texts: Vec<Piece>,
}

/// A comment or a string literal.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    /// Line of its first character, from 1.
    pub line: usize,
    /// Offset in [`Rust::code`] where it begins.
    pub at: usize,
    /// What it says.
    pub text: String,
}

/// A function and how long it is.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    pub name: String,
    pub line: usize,
    pub lines: usize,
}

impl Rust {
    /// Takes a file apart. Text that is not Rust gives something harmless.
    pub fn of(source: &str) -> Self {
        let mut rust = Self::default();
        let mut rest = source;
        let mut line = 1;
        while let Some(first) = rest.chars().next() {
            let taken = match first {
                '/' if rest.starts_with("//") => rust.comment(rest, line, rest.find('\n').unwrap_or(rest.len())),
                '/' if rest.starts_with("/*") => rust.comment(rest, line, block_comment(rest)),
                '"' => rust.literal(rest, line, 1, plain_string(rest), 1),
                'r' | 'b' | 'c' if !rust.ends_in_word() => rust.prefixed(rest, line),
                '\'' => rust.blank(rest, character(rest)),
                _ => rust.keep(rest, first.len_utf8()),
            };
            line += rest[..taken].matches('\n').count();
            rest = &rest[taken..];
        }
        rust
    }

    /// The functions with a body.
    pub fn functions(&self) -> Vec<Function> {
        let starts = self.code.match_indices("fn ").filter(|(at, _)| !ends_in_word(&self.code[..*at]));
        starts.filter_map(|(at, _)| self.function(at)).collect()
    }

    /// The line ranges of `#[cfg(test)]` modules.
    pub fn tests(&self) -> Vec<std::ops::RangeInclusive<usize>> {
        let starts = self.code.match_indices("#[cfg(test)]");
        let bodies = starts.filter_map(|(at, _)| Some((at, self.body(at + 12)?)));
        bodies.map(|(at, end)| self.line(at)..=self.line(end)).collect()
    }

    /// The line of an offset in [`Rust::code`].
    pub fn line(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }

    fn function(&self, at: usize) -> Option<Function> {
        let name: String = self.code[at + 3..].trim_start().chars().take_while(|c| is_word(*c)).collect();
        let end = self.body(at)?;
        let line = self.line(at);
        (!name.is_empty()).then(|| Function { name, line, lines: self.line(end) + 1 - line })
    }

    /// The offset of the brace that closes the first body after `at`; none when a semicolon comes first.
    fn body(&self, at: usize) -> Option<usize> {
        let (mut round, mut braces) = (0_i32, 0_i32);
        for (offset, byte) in self.code[at..].bytes().enumerate() {
            match byte {
                b'(' | b'[' => round += 1,
                b')' | b']' => round -= 1,
                b'{' => braces += 1,
                b'}' if braces <= 1 => return Some(at + offset),
                b'}' => braces -= 1,
                b';' if braces == 0 && round == 0 => return None,
                _ => {}
            }
        }
        None
    }

    fn comment(&mut self, rest: &str, line: usize, end: usize) -> usize {
        self.comments.push(Piece { line, at: self.code.len(), text: rest[..end].to_owned() });
        self.blank(rest, end)
    }

    fn literal(&mut self, rest: &str, line: usize, open: usize, end: usize, close: usize) -> usize {
        let text = rest[open..end.saturating_sub(close).max(open)].to_owned();
        self.texts.push(Piece { line, at: self.code.len(), text });
        self.blank(rest, end)
    }

    /// `r"…"`, `r#"…"#`, `b"…"`, `br"…"`, `c"…"`, `b'…'`, raw identifiers and plain words beginning with those letters.
    fn prefixed(&mut self, rest: &str, line: usize) -> usize {
        let letters = rest.bytes().take_while(|byte| matches!(byte, b'r' | b'b' | b'c')).count();
        let raw = rest[..letters].ends_with('r');
        let hashes = if raw { rest[letters..].bytes().take_while(|byte| *byte == b'#').count() } else { 0 };
        let open = letters + hashes;
        if letters > 2 || !rest[open..].starts_with('"') {
            return self.keep(rest, 1);
        }
        if !raw {
            return self.literal(rest, line, open + 1, open + plain_string(&rest[open..]), 1);
        }
        let closing = format!("\"{}", "#".repeat(hashes));
        let end = rest[open + 1..].find(&closing).map_or(rest.len(), |at| open + 1 + at + closing.len());
        self.literal(rest, line, open + 1, end, closing.len())
    }

    fn keep(&mut self, rest: &str, end: usize) -> usize {
        self.code.push_str(&rest[..end]);
        end
    }

    fn blank(&mut self, rest: &str, end: usize) -> usize {
        self.code.extend(rest[..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        end
    }

    fn ends_in_word(&self) -> bool {
        ends_in_word(&self.code)
    }
}

/// Whether the last character belongs to a word, so that what follows does not start one.
pub fn ends_in_word(text: &str) -> bool {
    text.chars().next_back().is_some_and(is_word)
}

/// Whether a character can stand in an identifier.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Length of a string literal that begins with a quote, the closing quote included.
fn plain_string(rest: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Length of a block comment; they nest.
fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        match rest.as_bytes()[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

/// Length of a character literal, or 1 for the quote of a lifetime.
fn character(rest: &str) -> usize {
    let mut characters = rest.char_indices().skip(1);
    match (characters.next(), characters.next()) {
        (Some((_, '\\')), Some((escaped, c))) => {
            let after = escaped + c.len_utf8();
            rest[after..].find('\'').map_or(rest.len(), |at| after + at + 1)
        }
        (Some(_), Some((end, '\''))) => end + 1,
        _ => 1,
    }
}
