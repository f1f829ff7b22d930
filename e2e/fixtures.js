// What journeys share. Nothing is started here: bin/test starts a demo and hands over what `tryggbas demo --json` printed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "@playwright/test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// WCAG 2.2 AA, and the practices axe knows beyond it.
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const demo = JSON.parse(process.env.TRYGGBAS_DEMO ?? '{"accounts":[]}');

/** The demo account of a role, for example `coordinator`. */
export function account(role) {
  const found = demo.accounts.find((candidate) => candidate.role === role);
  expect(found, `the demo has an account for the role ${role}`).toBeTruthy();
  return found;
}

/** Signs in as the first account of a role, through the demo's role picker. */
export async function signInAs(page, role) {
  const { id } = account(role);
  await page.goto("/sign-in");
  const form = page.locator("form").filter({ has: page.locator(`[name="account"][value="${id}"]`) });
  const field = form.locator(`[name="account"][value="${id}"]`);
  if ((await field.getAttribute("type")) === "radio") await field.check();
  const button = (await field.evaluate((element) => element.localName)) === "button" ? field : form.getByRole("button").first();
  await button.click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/** Nothing axe knows is wrong with the page, in light and in dark. */
export async function checkAxe(page) {
  const readable = await withScripts(page);
  for (const colorScheme of ["light", "dark"]) {
    await readable.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await readable.evaluate(axe);
    const { violations } = await readable.evaluate((tags) => window.axe.run({ runOnly: tags }), rules);
    expect(violations.map(describe), `axe in ${colorScheme} on ${page.url()}`).toEqual([]);
  }
  if (readable !== page) await readable.context().close();
}

/** The page itself; or, where it runs without JavaScript, what it shows then, on a page where axe can run and nothing else does. */
async function withScripts(page) {
  if (test.info().project.use.javaScriptEnabled !== false) return page;
  const body = (await page.content()).replaceAll(/<\/?noscript>/g, "");
  const storageState = await page.context().storageState();
  const context = await page.context().browser().newContext({ storageState, javaScriptEnabled: true });
  await context.route("**/*.js", (route) => route.abort());
  await context.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  const copy = await context.newPage();
  await copy.goto(page.url());
  return copy;
}

/** The page fits its screen: only tables and figures may scroll sideways, inside their own frame. */
export async function checkFits(page) {
  const { content, screen } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  expect(content, `width of ${page.url()}`).toBeLessThanOrEqual(screen);
}

function describe({ id, help, nodes }) {
  return `${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`;
}

export { expect, test };
