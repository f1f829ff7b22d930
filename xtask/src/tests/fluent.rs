//! Reading Fluent files line by line.

use crate::fluent::Fluent;

fn faults(text: &str) -> Vec<usize> {
    Fluent::of(text).faults.into_iter().map(|(line, _)| line).collect()
}

#[test]
fn messages_terms_attributes_and_what_they_use() {
    let file = Fluent::of(
        "# Plans\n-brand = Tryggbas\nplans-count = { $count ->\n    [one] { $count } plan in { -brand }\n   *[other] { NUMBER($count) } plans\n}\n    .title = See { plans-title } for { $unit }\nplans-title =\n    Plans\n",
    );
    assert_eq!(file.faults, []);
    let read: Vec<_> = file.messages.iter().map(|message| (message.key.as_str(), message.line)).collect();
    assert_eq!(read, [("-brand", 2), ("plans-count", 3), ("plans-count.title", 7), ("plans-title", 8)]);
    let set = |names: &[&str]| names.iter().map(ToString::to_string).collect();
    assert_eq!([&file.messages[1].variables, &file.messages[1].references], [&set(&["count"]), &set(&["-brand"])]);
    assert_eq!([&file.messages[2].variables, &file.messages[2].references], [&set(&["unit"]), &set(&["plans-title"])]);
}

#[test]
fn wrong_lines_are_named() {
    assert_eq!(faults("plans title = Plans\n"), [1]);
    assert_eq!(faults("plans-title = Plans\nwords at the margin\n"), [2]);
    assert_eq!(faults("    nothing to continue\n"), [1]);
    assert_eq!(faults("a = { $b\nc = d\n"), [1]);
    assert_eq!(faults("a =\n\nb = c\n"), [1]);
    assert_eq!(faults("a = b\n\tc\n"), [2]);
    assert_eq!(faults("    .title = lost\n"), [1]);
}
