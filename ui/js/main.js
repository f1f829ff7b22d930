// Everything here is comfort: each page works without it. One behaviour per module.
import "./slash.js";
import "./errors.js";
import "./autosize.js";
import "./drafts.js";
import "./guard.js";
import "./copy.js";
import "./copy-table.js";
import "./filter.js";
import "./dropdown.js";
import "./remember.js";
import "./drop.js";
import "./passkey.js";
import "./ask.js";
import "./count.js";
import "./paste.js";
