//! Collection rounds: somebody expects something from somebody by a date. Independent of what it is about.

mod pages;
