//! The command line. Every setting can also come from the environment (`TRYGGBAS_…`) or from a file; flags win.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Systematic prevention of violence: plans that lead to action.
#[derive(Debug, Parser)]
#[command(
    name = "tryggbas",
    version,
    about,
    after_help = "Exit codes: 0 done, 1 refused (the reason is printed), 2 wrong use."
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) settings: Flags,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Settings of all commands; accepted before or after the command.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct Flags {
    /// Settings file (TOML), keys as the flags: data = "…", listen = "…"
    #[arg(long, global = true, env = "TRYGGBAS_CONFIG", value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Folder of the embedded database and files [default: ./data]
    #[arg(long, global = true, env = "TRYGGBAS_DATA", value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// PostgreSQL address instead of the embedded database: postgres://user@host/name
    #[arg(long, global = true, env = "TRYGGBAS_DATABASE", value_name = "URL", hide_env_values = true)]
    pub(crate) database: Option<String>,
    /// File that holds the PostgreSQL address, so that its password stands in no process list
    #[arg(long, global = true, env = "TRYGGBAS_DATABASE_FILE", value_name = "FILE", conflicts_with = "database")]
    pub(crate) database_file: Option<PathBuf>,
    /// File with the master keys, one a line, the one in use first [default: keys in the folder of the data]
    #[arg(long, global = true, env = "TRYGGBAS_KEY_FILE", value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,
    /// File, or folder, outside the database to which signed checkpoints of the audit log are added
    #[arg(long, global = true, env = "TRYGGBAS_AUDIT_EXPORT", value_name = "FILE")]
    pub(crate) audit_export: Option<PathBuf>,
    /// Address to listen on [default: 127.0.0.1:3000]
    #[arg(long, global = true, env = "TRYGGBAS_LISTEN", value_name = "ADDR")]
    pub(crate) listen: Option<SocketAddr>,
    /// Address at which people reach it, for links and cookies: https://tryggbas.example.se
    #[arg(long, global = true, env = "TRYGGBAS_PUBLIC_URL", value_name = "URL")]
    pub(crate) public_url: Option<String>,
    /// Networks of proxies in front whose forwarded addresses are believed (repeat for several)
    #[arg(long, global = true, env = "TRYGGBAS_TRUSTED_PROXY", value_name = "CIDR", value_delimiter = ',')]
    pub(crate) trusted_proxy: Vec<String>,
    /// Address for Prometheus metrics; none is served without it
    #[arg(long, global = true, env = "TRYGGBAS_METRICS_LISTEN", value_name = "ADDR")]
    pub(crate) metrics_listen: Option<SocketAddr>,
    /// Certificate chain (PEM), to serve TLS without a proxy
    #[arg(long, global = true, env = "TRYGGBAS_TLS_CERT", value_name = "FILE", requires = "tls_key")]
    pub(crate) tls_cert: Option<PathBuf>,
    /// Key of the certificate (PEM)
    #[arg(long, global = true, env = "TRYGGBAS_TLS_KEY", value_name = "FILE", requires = "tls_cert")]
    pub(crate) tls_key: Option<PathBuf>,
    /// Most mebibytes that passwords being checked may take together; each takes 46 [default: 276]
    #[arg(long, global = true, env = "TRYGGBAS_HASHING_MEMORY", value_name = "MIB")]
    pub(crate) hashing_memory: Option<u32>,
    /// How many changes a session, or an address nobody is signed in from, may send in a minute; 0 for no bound [default: 600]
    #[arg(long, global = true, env = "TRYGGBAS_CHANGES_PER_MINUTE", value_name = "COUNT")]
    pub(crate) changes_per_minute: Option<u32>,
    /// Mail server: smtps://mail.example.se, or smtp://mail.example.se with STARTTLS; no mail goes out without it
    #[arg(long, global = true, env = "TRYGGBAS_MAIL_SERVER", value_name = "URL")]
    pub(crate) mail_server: Option<String>,
    /// Sender of all mail: Tryggbas <no-reply@example.se>
    #[arg(long, global = true, env = "TRYGGBAS_MAIL_FROM", value_name = "ADDRESS")]
    pub(crate) mail_from: Option<String>,
    /// User at the mail server, where it asks for one
    #[arg(long, global = true, env = "TRYGGBAS_MAIL_USER", value_name = "NAME")]
    pub(crate) mail_user: Option<String>,
    /// File that holds the user's password
    #[arg(long, global = true, env = "TRYGGBAS_MAIL_PASSWORD_FILE", value_name = "FILE")]
    pub(crate) mail_password_file: Option<PathBuf>,
    /// Answer in JSON, for scripts
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve a filled example site on this machine, with ready accounts
    Demo,
    /// Serve the site
    Serve,
    /// Do what is to be done in the background, without serving
    Worker,
    /// Bring the database's schema up to date
    Migrate,
    /// Plans
    #[command(subcommand)]
    Plan(PlanCommand),
    /// Collection rounds
    #[command(subcommand)]
    Round(RoundCommand),
    /// Status reports
    #[command(subcommand)]
    Report(ReportCommand),
    /// The register of organisation
    #[command(subcommand)]
    Organisation(OrganisationCommand),
    /// Accounts
    #[command(subcommand)]
    User(UserCommand),
    /// Systems that keep the accounts of an organisation by SCIM
    #[command(subcommand)]
    Scim(ScimCommand),
    /// Write a backup of everything, also while the site runs
    Backup {
        /// The file to write
        file: PathBuf,
    },
    /// Restore a backup into an empty database, of either engine
    Restore {
        /// The file to read
        file: PathBuf,
        /// Only read the file through and say whether it is whole
        #[arg(long)]
        verify: bool,
    },
    /// Check that the database is whole and that what it holds can be read
    Check,
    /// The audit log
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Master keys
    #[command(subcommand)]
    Key(KeyCommand),
    /// Mail
    #[command(subcommand)]
    Mail(MailCommand),
    /// Print a new master key, for the first line of the key file
    NewKey,
    /// Print every route with its permission
    Routes,
}

/// Commands about the audit log.
#[derive(Debug, Subcommand)]
pub(crate) enum AuditCommand {
    /// Examine the log: is it whole, and if not, what was done at which position
    Verify {
        /// Checkpoints that were kept elsewhere [default: those of --audit-export]
        #[arg(long, value_name = "FILE")]
        checkpoints: Option<PathBuf>,
    },
    /// Sign how far the log has come, print it as a line, and add it to --audit-export
    Checkpoint,
    /// Write the whole log as lines of JSON, or as CSV
    Export {
        /// The file to write; - for standard output
        #[arg(long, short, value_name = "FILE", default_value = "-")]
        output: PathBuf,
        /// jsonl or csv
        #[arg(long, default_value = "jsonl", value_parser = ["jsonl", "csv"])]
        format: String,
    },
}

/// Commands about mail.
#[derive(Debug, Subcommand)]
pub(crate) enum MailCommand {
    /// Hand one letter to the mail server now and say what it answers
    Test {
        /// Whom the letter is for
        #[arg(long, value_name = "ADDRESS")]
        to: String,
    },
}

/// Commands about master keys.
#[derive(Debug, Subcommand)]
pub(crate) enum KeyCommand {
    /// Put everything that was sealed under older keys under the first key of the file
    Rotate,
}

/// Commands about plans.
#[derive(Debug, Subcommand)]
pub(crate) enum PlanCommand {
    /// List all plans
    List,
    /// Read a plan from Word, Excel, CSV or text
    Import(ImportArguments),
    /// Write an edition of a plan
    Export(ExportArguments),
    /// Write a decision into the version that is being written, so that it counts
    Adopt(AdoptArguments),
}

/// The decision that adopts a plan.
#[derive(Debug, Args)]
pub(crate) struct AdoptArguments {
    /// The plan's id
    pub(crate) plan: String,
    /// The deciding body
    #[arg(long, value_name = "NAME")]
    pub(crate) by: String,
    /// The day of the decision
    #[arg(long, value_name = "DAY")]
    pub(crate) on: jiff::civil::Date,
    /// The paragraph of the minutes
    #[arg(long, value_name = "P", default_value = "")]
    pub(crate) paragraph: String,
    /// The diary number
    #[arg(long, value_name = "NUMBER", default_value = "")]
    pub(crate) diary_number: String,
    /// The first day in force [default: the day of the decision]
    #[arg(long, value_name = "DAY")]
    pub(crate) in_force: Option<jiff::civil::Date>,
    /// Publish it too
    #[arg(long)]
    pub(crate) publish: bool,
}

/// What an import is told.
#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// The file; - for text from standard input
    pub(crate) file: PathBuf,
    /// Code or id of the owner; an empty store creates it
    #[arg(long, value_name = "CODE")]
    pub(crate) owner: Option<String>,
    /// The title, where the file's own is not found or not wanted
    #[arg(long, value_name = "T")]
    pub(crate) title: Option<String>,
    /// The period, where the file's own is not found or not wanted: 2024-2027
    #[arg(long, value_name = "YEARS")]
    pub(crate) period: Option<String>,
    /// A plan to change instead of making a new one
    #[arg(long, value_name = "ID")]
    pub(crate) plan: Option<String>,
    /// Show what was understood, or what would change, and save nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// What an export is told.
#[derive(Debug, Args)]
pub(crate) struct ExportArguments {
    /// The plan's id
    pub(crate) plan: String,
    /// full, short, list, actors, or workbook for the Excel file that can be read back
    #[arg(long, default_value = "full")]
    pub(crate) edition: String,
    /// pdf, docx, xlsx or html
    #[arg(long, default_value = "pdf")]
    pub(crate) format: String,
    /// A version's number; without it what counts
    #[arg(long)]
    pub(crate) version: Option<i64>,
    /// The file to write; - for standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

/// Commands about collection rounds.
#[derive(Debug, Subcommand)]
pub(crate) enum RoundCommand {
    /// Open a round: what is expected of whom in a year is frozen
    Open(OpenArguments),
    /// Say what is expected, received, late and missing, or list all rounds
    Status {
        /// The round's id
        round: Option<String>,
    },
    /// Hand in answers: a JSON list of {"unit", "item", "typed": {input: text}}; item is a number or a key
    Submit {
        /// The round's id
        round: String,
        /// The file; - for standard input
        file: PathBuf,
    },
    /// Approve what was handed in
    Approve {
        /// The round's id
        round: String,
        /// Code or id of the unit; without it of all
        #[arg(long, value_name = "CODE")]
        unit: Option<String>,
    },
}

/// What a round is opened with.
#[derive(Debug, Args)]
pub(crate) struct OpenArguments {
    /// The plan it is about
    #[arg(long, value_name = "ID", conflicts_with = "form", required_unless_present = "form")]
    pub(crate) plan: Option<String>,
    /// The form it is about
    #[arg(long, value_name = "ID")]
    pub(crate) form: Option<String>,
    /// The year it asks about
    #[arg(long, value_name = "YEAR")]
    pub(crate) year: i16,
    /// What it is called
    #[arg(long, value_name = "T")]
    pub(crate) title: Option<String>,
    /// The first day for answers [default: today]
    #[arg(long, value_name = "DAY")]
    pub(crate) opens: Option<jiff::civil::Date>,
    /// What comes by this day is on time
    #[arg(long, value_name = "DAY")]
    pub(crate) due: jiff::civil::Date,
    /// The last day for handing in [default: as due]
    #[arg(long, value_name = "DAY")]
    pub(crate) closes: Option<jiff::civil::Date>,
    /// From this day what is approved is locked
    #[arg(long, value_name = "DAY")]
    pub(crate) locks: Option<jiff::civil::Date>,
}

/// Commands about status reports.
#[derive(Debug, Subcommand)]
pub(crate) enum ReportCommand {
    /// Write the status report on a plan's year: what was published last, or else what there is now
    Build(BuildArguments),
}

/// What a status report is built from.
#[derive(Debug, Args)]
pub(crate) struct BuildArguments {
    /// The plan's id
    #[arg(long, value_name = "ID")]
    pub(crate) plan: String,
    /// The year it is about
    #[arg(long, value_name = "YEAR")]
    pub(crate) period: i16,
    /// pdf, docx, xlsx, html or json
    #[arg(long, default_value = "pdf")]
    pub(crate) format: String,
    /// The file to write; - for standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

/// Commands about the register.
#[derive(Debug, Subcommand)]
pub(crate) enum OrganisationCommand {
    /// Read units from Excel, CSV or Skolenhetsregistret's JSON
    Import {
        /// The file
        file: PathBuf,
        /// Code or id of the unit that the read ones stand below
        #[arg(long, value_name = "CODE")]
        below: Option<String>,
        /// Show what would change and save nothing
        #[arg(long)]
        dry_run: bool,
    },
}

/// Commands about SCIM.
#[derive(Debug, Subcommand)]
pub(crate) enum ScimCommand {
    /// What lets another system in
    #[command(subcommand)]
    Token(TokenCommand),
}

/// Commands about tokens for SCIM.
#[derive(Debug, Subcommand)]
pub(crate) enum TokenCommand {
    /// Make a token for an organisation and print it, once
    Add {
        /// Code or id of the organisation whose accounts the other system keeps
        #[arg(long, value_name = "CODE")]
        organisation: String,
        /// What the token is called in lists
        #[arg(long, default_value = "SCIM")]
        name: String,
        /// For how many days it is good, at most 730
        #[arg(long, default_value_t = 365)]
        days: i64,
    },
    /// List tokens, without what they are
    List {
        /// Code or id of an organisation; without it those of all
        #[arg(long, value_name = "CODE")]
        organisation: Option<String>,
    },
    /// Take a token back: it lets nobody in any more
    Revoke {
        /// The token's id, as the list has it
        id: String,
    },
}

/// Commands about accounts.
#[derive(Debug, Subcommand)]
pub(crate) enum UserCommand {
    /// Add a person with a role, and print a one-time link for them
    Add {
        /// The address that the person signs in with
        email: String,
        /// The name
        #[arg(long)]
        name: String,
        /// administrator, coordinator, reporter, approver, district_manager, principal, programme_coordinator, staff,
        /// board_member, auditor or statistics_reader
        #[arg(long)]
        role: String,
        /// Code or id of the unit where the role is held
        #[arg(long, value_name = "CODE")]
        unit: String,
    },
    /// List all accounts
    List,
    /// Take away password, app, recovery codes and passkeys, end all sessions, and print a one-time link
    Reset {
        /// The address
        email: String,
    },
    /// Close an account and end its sessions
    Disable {
        /// The address
        email: String,
    },
    /// Open a closed account
    Enable {
        /// The address
        email: String,
    },
}
