//! Telling code, comments and strings apart.

use crate::rust::{Function, Rust};

fn texts(source: &str) -> Vec<String> {
    Rust::of(source).texts.into_iter().map(|piece| piece.text).collect()
}

#[test]
fn strings_of_every_form_are_read() {
    let source = r####"a("one", r"two\", r#"th"ree"#, b"four", br##"fi"#ve"##, c"six", "se\"ven", r, b, br)"####;
    assert_eq!(texts(source), ["one", "two\\", "th\"ree", "four", "fi\"#ve", "six", "se\\\"ven"]);
}

#[test]
fn quotes_of_characters_and_lifetimes_open_no_string() {
    assert_eq!(texts("fn f<'a>(x: &'a str) { m('\"', '\\'', b'\"', '\\u{22}', 'å', \"yes\") }"), ["yes"]);
}

#[test]
fn comments_are_neither_code_nor_strings() {
    let rust = Rust::of("a(); // \"no\"\n/* /* \"no\" */ \"no\" */ b(\"yes\");\n");
    assert_eq!(rust.code, "a();        \n                      b(     );\n");
    assert_eq!(rust.texts.len(), 1);
    assert_eq!(rust.comments.iter().map(|comment| comment.line).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn functions_are_measured_from_name_to_brace() {
    let source = "trait T {\n    fn absent(&self, x: [u8; 4]);\n    fn short() {}\n}\nfn long(\n    f: fn(u8) -> u8,\n) -> u8 {\n    if f(1) == b'}' { 1 } else { 2 }\n}\n";
    let function = |name: &str, line, lines| Function { name: name.to_owned(), line, lines };
    assert_eq!(Rust::of(source).functions(), [function("short", 3, 1), function("long", 5, 5)]);
}

#[test]
fn test_modules_are_ranges_of_lines() {
    let source = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\n#[cfg(test)]\nmod elsewhere;\n";
    assert_eq!(Rust::of(source).tests(), [2..=5]);
}

#[test]
fn unfinished_text_does_no_harm() {
    for source in ["\"open", "/* open", "r#\"open", "'", "'\\", "fn ", "fn x(", "b"] {
        let rust = Rust::of(source);
        assert_eq!(rust.code.len(), source.len(), "{source}");
        assert!(rust.functions().is_empty());
    }
}
