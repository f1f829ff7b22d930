//! A collection of plans in other words and other orders of columns, each read as a person would.

use super::{pasted, summary};

/// One test for every fixture, so that each fails under its own name.
macro_rules! fixtures {
    ($($test:ident: $file:literal,)*) => {$(
        #[test]
        fn $test() {
            let reading = pasted(include_str!(concat!("../../../fixtures/import/", $file)));
            assert_eq!(reading.cells.seen, reading.cells.used + reading.cells.not_understood);
            insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
                insta::assert_snapshot!(stringify!($test), summary(&reading));
            });
        }
    )*};
}

fixtures! {
    columns_in_another_order: "columns-permuted.txt",
    header_on_two_lines: "two-header-lines.txt",
    goals_in_a_column: "goal-column.txt",
    goals_in_rows: "goal-rows.txt",
    numbers_on_three_levels: "numbered-deep.txt",
    no_header: "no-header.txt",
    header_repeated: "header-repeated.txt",
    english_words: "english-words.txt",
    questions_as_headers: "vad-hur-vem.txt",
    matrix_of_marks: "matrix.txt",
    columns_that_no_plan_holds: "status-budget.txt",
    markdown: "markdown.md",
    columns_apart_by_spaces: "aligned.txt",
    pages_between_rows: "pages-between.txt",
    hyphens_at_line_ends: "hyphenation.txt",
    duplicate_number: "duplicate-number.txt",
    empty_rows: "empty-rows.txt",
    kinds_of_indicators: "baseline.txt",
    breaks_inside_cells: "soft-breaks.txt",
    cells_quoted_by_a_spreadsheet: "excel-quoted.txt",
    tags_and_footnotes: "tags.txt",
    times: "times.txt",
    everything_around_the_table: "goal-list-prose.txt",
    sections_in_a_column: "csv-like-sections.txt",
    measures_as_actions: "measures-as-actions.txt",
    slips_of_the_pen: "typos.txt",
    figures_are_no_plan: "statistics-only.txt",
    numbered_sections_are_goals: "section-titles.txt",
    titles_without_tabs: "one-line-per-row-titles.txt",
    names_of_all_sorts: "long-names.txt",
    split_row_over_a_page: "split-row.txt",
    two_tables_of_goals: "goal-table.txt",
    aligned_with_blank_lines: "aligned-blank.txt",
    measures_in_a_table: "measure-table.txt",
    focus_areas_are_goals: "focus-areas.txt",
    semicolons: "semicolons.txt",
    goals_without_numbers: "unnumbered-goals.txt",
    goals_between_aligned_rows: "aligned-goals.txt",
    goals_in_a_markdown_column: "markdown-goal-column.md",
    campaigns: "campaigns.txt",
}
