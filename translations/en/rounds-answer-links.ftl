# Answer links in a round: somebody without an account answers for a body.

answer-link-purpose-round-report = Answer in a round: fill in reports and hand them in
round-answer-links-lead = Somebody without an account, a police officer for example, can answer for a body with a link. The link opens that body’s reports in this round and nothing else.
round-answer-links-none-ended = The round has ended. No new links are needed.
round-answer-link-unit-help = The body that the person answers for.
round-answer-link-for = Make an answer link
