// The first minute: arrive, sign in as a coordinator, find the plans, go to search with one key.
import { checkAxe, checkFits, expect, signInAs, test } from "../fixtures.js";

/** What every page promises: one heading, a main part, a Swedish text, a width that fits, nothing axe objects to. */
async function checkPage(page) {
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.getByRole("main")).toBeVisible();
  await checkFits(page);
  await checkAxe(page);
}

test("the start page greets whoever comes", async ({ page }) => {
  const answer = await page.goto("/");
  expect(answer.ok()).toBe(true);
  await checkPage(page);
});

test("the role picker offers the demo's accounts", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.locator('[name="account"]').first()).toBeAttached();
  await checkPage(page);
});

test("a coordinator signs in and sees her work", async ({ page }) => {
  await signInAs(page, "coordinator");
  await checkPage(page);
});

test("a coordinator finds the plans from the menu", async ({ page }) => {
  await signInAs(page, "coordinator");
  const link = page.getByRole("navigation").getByRole("link", { name: "Planer", exact: true }).first();
  // On a phone the menu may be folded into a disclosure.
  if (!(await link.isVisible())) await page.getByText("Meny", { exact: true }).first().click();
  await link.click();
  await expect(page).toHaveURL(/\/plans/);
  await expect(page.getByRole("heading", { level: 1, name: /planer/i })).toBeVisible();
  await checkPage(page);
});

test("a page that does not exist says so and leads back", async ({ page }) => {
  const answer = await page.goto("/no-such-page");
  expect(answer.status()).toBe(404);
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  await checkPage(page);
});

test("the first stop of the Tab key leads past the menu", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  const href = await page.locator(":focus").getAttribute("href");
  expect(href).toMatch(/^#/);
  await expect(page.locator(href)).toBeAttached();
});

test.describe("keys", () => {
  // A shortcut is an enhancement; without it search is reached by Tab like everything else.
  test("the slash key goes to search", async ({ page, javaScriptEnabled }) => {
    await signInAs(page, "coordinator");
    const search = page.getByRole("searchbox").first();
    if (javaScriptEnabled === false) {
      await search.focus();
    } else {
      await page.keyboard.press("/");
    }
    await expect(search).toBeFocused();
    await expect(search).toHaveValue("");
  });
});
