// Whoever looks after the system follows what others have done, takes it along as a file, and sees how long things are kept.
import { checkPage, expect, open, signInAs, test } from "../fixtures.js";

test("an administrator finds an event, reads what the log holds of it, and takes a file along", async ({ page }) => {
  await signInAs(page, "david-dovhjort", "/audit");
  await expect(page.getByRole("heading", { level: 1, name: "Granskningslogg" })).toBeVisible();
  await checkPage(page);

  await page.getByLabel("Vad", { exact: true }).selectOption({ label: "Publicerade en plan" });
  await page.getByRole("button", { name: "Visa", exact: true }).click();
  await expect(page).toHaveURL(/kind=plan\.published/);
  const rows = page.locator("#results tbody tr");
  await expect(rows.filter({ hasNotText: "Publicerade en plan" })).toHaveCount(0);
  await rows.first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Publicerade en plan" })).toBeVisible();
  await expect(page.getByText("Ingen har ändrat den")).toBeVisible();
  await checkPage(page);

  await page.getByRole("link", { name: "Visa allt som har hänt med samma sak" }).click();
  await expect(page.locator("#results")).toContainText("Skrev in beslutet: en plan är antagen");
  await open(page, "Hämta");
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: /^Tabell/ }).click();
  expect((await file).suggestedFilename()).toMatch(/^tryggbas-granskningslogg-events\.csv$/);
});

test("an administrator reads how long things are kept", async ({ page }) => {
  await signInAs(page, "bertil-blaklint", "/audit");
  await page.getByRole("link", { name: "Gallring" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Gallring" })).toBeVisible();
  await expect(page.locator("main")).toContainText(/3\s650 dagar/);
  await checkPage(page);
  // Who reaches everything decides; the others read.
  await signInAs(page, "david-dovhjort", "/retention-rules");
  await expect(page.getByLabel("Händelser i granskningsloggen")).toHaveValue("3650");
  await checkPage(page);
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Gallring" })).toBeVisible();
});

test("whoever has another role is told that the log is not for them", async ({ page }) => {
  await signInAs(page, "coordinator");
  await expect(page.getByRole("link", { name: "Granskning", exact: true })).toHaveCount(0);
  const answer = await page.goto("/audit");
  expect(answer.status()).toBe(403);
});
