// What journeys share. Nothing is started here: bin/test starts a demo and hands over what `tryggbas demo --json` printed.
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test as base } from "@playwright/test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** W6: on no page of any journey does anything go against the policy of contents. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const violations = [];
    page.on("console", (message) => /Content Security Policy/i.test(message.text()) && violations.push(message.text()));
    await use(page);
    expect(violations, "against the policy of contents").toEqual([]);
  },
});

// WCAG 2.2 AA, and the practices axe knows beyond it.
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const demo = JSON.parse(process.env.TRYGGBAS_DEMO ?? '{"accounts":[]}');

/** The demo account of a role, for example `coordinator`. */
export function account(role) {
  const found = demo.accounts.find((candidate) => candidate.role === role);
  expect(found, `the demo has an account for the role ${role}`).toBeTruthy();
  return found;
}

/** Signs in through the demo's role picker: as somebody named by id, or as the first account of a role. Leads to `back`. */
export async function signInAs(page, who, back = "/") {
  const { id, name } = demo.accounts.find((candidate) => candidate.id === who) ?? account(who);
  await page.goto(`/sign-in?${new URLSearchParams({ q: name, back })}`);
  await page.locator(`#results button[name="account"][value="${id}"]`).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What an app shows for a secret, so many steps of thirty seconds from now (RFC 6238). */
export function code(secret, later = 0) {
  const bits = [...secret.replaceAll(" ", "")].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const mac = createHmac("sha1", key).update(step).digest();
  const word = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(word % 1_000_000).padStart(6, "0");
}

/** Makes a password, an app for codes and recovery codes, as somebody who has just come in by an invitation. */
export async function setUp(page) {
  const password = unique("Gråsparvar äter kålrot");
  await expect(page).toHaveURL(/\/account\/set-up$/);
  await checkPage(page);
  await page.getByRole("link", { name: "Välj lösenord" }).click();
  await page.getByLabel(/^Nytt lösenord/).fill(password);
  await page.getByRole("button", { name: "Spara lösenordet" }).click();
  await page.goto("/account/second-factor");
  await page.getByRole("button", { name: "Lägg till en app" }).click();
  const secret = await page.getByRole("main").locator("code").innerText();
  await page.getByLabel("Kod").fill(code(secret));
  await page.getByRole("button", { name: "Spara appen" }).click();
  await page.goto("/account/set-up");
  await page.getByRole("link", { name: "Fortsätt till Tryggbas" }).click();
}

/** A second person at the same time, in a browser of their own, signed in if `who` is given. */
export async function anotherPerson(page, who) {
  const other = await (await page.context().browser().newContext()).newPage();
  if (who) await signInAs(other, who);
  return other;
}

/** Opens a menu or another disclosure, by the words one clicks. */
export async function open(page, words) {
  await page.locator("summary").filter({ hasText: words }).first().click();
}

/** Follows one of the ways in a menu. */
export async function choose(page, menu, item) {
  await open(page, menu);
  await page.locator("details[open]").getByRole("link", { name: item, exact: true }).first().click();
}

/** The words of the site after a deed. */
export async function said(page, words) {
  await expect(page.locator(".flash").getByText(words)).toBeVisible();
}

/** A title nobody else has used: journeys share one demo, and one may run them again on it. */
export function unique(title) {
  return `${title} ${test.info().project.name} ${Date.now().toString(36)}`;
}

/** Downloads as the browser would, with its sign-in, and holds the file to its kind: type, first bytes and a size that is not nothing. */
export async function download(page, address, kind) {
  const { type, start } = kinds[kind];
  const answer = await page.request.get(address);
  expect(answer.status(), address).toBe(200);
  expect(answer.headers()["content-type"], address).toContain(type);
  const body = await answer.body();
  expect(body.subarray(0, start.length).toString("latin1"), address).toBe(start);
  expect(body.length, address).toBeGreaterThan(3000);
  return body;
}

const kinds = {
  pdf: { type: "application/pdf", start: "%PDF-" },
  docx: { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", start: "PK\x03\x04" },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", start: "PK\x03\x04" },
};

/** What every page promises: one heading, a main part, a Swedish text, a width that fits, nothing axe objects to.
 * The markup is the same without JavaScript, so axe reads it once for each screen. */
export async function checkPage(page) {
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.getByRole("main")).toBeVisible();
  await checkFits(page);
  if (scripts()) await checkAxe(page);
}

/** Nothing axe knows is wrong with the page; in the dark only colours differ. */
export async function checkAxe(page) {
  const readable = await withScripts(page);
  await readable.evaluate(axe);
  await check(readable, "light", { type: "tag", values: rules });
  await check(readable, "dark", { type: "rule", values: ["color-contrast"] });
  if (readable !== page) await readable.context().close();
}

async function check(page, colorScheme, runOnly) {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  const { violations } = await page.evaluate((options) => window.axe.run(options), { runOnly, resultTypes: ["violations"] });
  expect(violations.map(describe), `axe in ${colorScheme} on ${page.url()}`).toEqual([]);
}

/** The page itself; or, where it runs without JavaScript, what it shows then, on a page where axe can run and nothing else does. */
async function withScripts(page) {
  if (scripts()) return page;
  const body = (await page.content()).replaceAll(/<\/?noscript>/g, "");
  const storageState = await page.context().storageState();
  const context = await page.context().browser().newContext({ storageState, javaScriptEnabled: true });
  await context.route("**/*.js", (route) => route.abort());
  await context.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  const copy = await context.newPage();
  await copy.goto(page.url());
  return copy;
}

/** Whether this project runs the site's scripts. */
export function scripts() {
  return test.info().project.use.javaScriptEnabled !== false;
}

/** The page fits its screen: only tables and figures may scroll sideways, inside their own frame. */
export async function checkFits(page) {
  // Before its stylesheet is there a page looks as nobody sees it.
  await page.waitForLoadState();
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(over, { message: `too wide by: ${page.url()}` }).toBeLessThanOrEqual(0);
}

function describe({ id, help, nodes }) {
  return `${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`;
}

export { expect };
