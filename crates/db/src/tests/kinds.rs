//! A backup carries every kind of column: text, whole numbers, fractions, yes and no, also where a later step added the column.

use base::Id;

use super::{event, fresh};
use crate::testing::engines;
use crate::{Actor, Queries};

#[tokio::test]
async fn fractions_and_added_columns_come_back_as_they_were() {
    let folder = std::env::temp_dir().join(format!("tryggbas-kinds-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for from in engines() {
        for to in engines() {
            let db = fresh(from).await;
            let change = db.change(Actor::Command("test")).await.unwrap();
            for sql in [
                "INSERT INTO unit (id, path, kind, name, sort_key, search) VALUES ('u', '/u/', 'board', 'U', 'u', 'u')",
                "INSERT INTO round (id, owner_id, title, sort_key, subject_kind, subject_id, year, message, opens_on, due_on, \
                 closes_on, revision, opened_at, reminds) VALUES ('r', 'u', 'R', 'r', 'plan', 'p', 2024, '', '2025-01-01', \
                 '2025-01-02', '2025-01-03', 1, 0, FALSE)",
                "INSERT INTO round_item (id, round_id, position, item_key, kind, number, title, section_key, section, minutes, \
                 form) VALUES ('i', 'r', 0, 'k', 'action', '', '', '', '', 5, '{}')",
                "INSERT INTO report (id, round_id, item_id, unit_id, leads, state, revision, typed) \
                 VALUES ('x', 'r', 'i', 'u', TRUE, 'submitted', 1, '{}')",
                "INSERT INTO report_figure (report_id, slot, round_id, series, breakdown, category, kind, value, part) \
                 VALUES ('x', 'a', 'r', 's', '', '', 'number', 0.5, NULL), ('x', 'b', 'r', 's', '', '', 'number', 9, 3), \
                 ('x', 'c', 'r', 's', '', '', 'number', NULL, NULL)",
            ] {
                change.execute(sql, values![]).await.unwrap();
            }
            change.commit(event(&Id::stored("r".to_owned()))).await.unwrap();
            let file = folder.join(format!("{from:?}-{to:?}.backup"));
            let made = crate::backup::backup(&db, &file, &|_| ()).await.unwrap();
            let other = fresh(to).await;
            assert_eq!(crate::backup::restore(&other, &file, &|_| ()).await.unwrap(), made);
            for (sql, count) in [
                ("SELECT COUNT(*) FROM round WHERE NOT reminds AND year = 2024", 1),
                ("SELECT COUNT(*) FROM report WHERE leads", 1),
                ("SELECT COUNT(*) FROM report_figure WHERE slot = 'a' AND value = 0.5 AND part IS NULL", 1),
                ("SELECT COUNT(*) FROM report_figure WHERE slot = 'b' AND value = 9 AND part = 3", 1),
                ("SELECT COUNT(*) FROM report_figure WHERE slot = 'c' AND value IS NULL", 1),
            ] {
                assert_eq!(other.number(sql, values![]).await.unwrap(), count, "{from:?} {to:?} {sql}");
            }
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
