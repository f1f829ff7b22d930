// An administrator brings in units from a file, sees first what would happen, and finds them again.
import { account, checkFits, checkPage, expect, said, signInAs, test } from "../fixtures.js";

/** Two schools under the administrator's own unit, with codes that are new on every run. */
function units() {
  const mark = `${Date.now()}`.slice(-6) + test.info().parallelIndex;
  const [first, second] = [`1${mark}`, `2${mark}`];
  const name = `Kopparlyktans skola ${mark}`;
  const csv = `Namn;Typ;Skolenhetskod\r\n${name};Skolenhet;${first}\r\nGlasbergets skola ${mark};Skolenhet;${second}\r\n`;
  return { name, code: first, file: { name: "enheter.csv", mimeType: "text/csv", buffer: Buffer.from(csv) } };
}

/** Chooses the file and sends it to be compared. */
async function read(page, file) {
  await page.goto("/organisation");
  await page.getByRole("link", { name: "Läs in från fil" }).click();
  await page.getByLabel(/^Fil/).setInputFiles(file);
  await page.getByRole("combobox", { name: "Lägg enheterna under" }).selectOption({ label: account("administrator").unit });
  await checkPage(page);
  await page.getByRole("button", { name: "Läs filen" }).click();
}

test("units are read from a file after a look at what would change, and found by code", async ({ page }) => {
  test.setTimeout(60_000);
  const { name, code, file } = units();
  await signInAs(page, "administrator");
  await read(page, file);
  await expect(page.getByRole("heading", { level: 1, name: "Inläsning av enheter.csv" })).toBeVisible();
  await expect(page.getByText("Inget är sparat än.")).toBeVisible();
  await expect(page.getByRole("table", { name: "Nya" })).toContainText(name);
  await checkPage(page);
  const review = page.url();

  await page.goto(`/organisation/units?q=${code}`);
  await expect(page.getByText("Ingen enhet stämmer"), "a dry run saves nothing").toBeVisible();
  await page.goto(review);
  await page.getByRole("button", { name: "Spara 2 enheter" }).click();
  await said(page, "enheter.csv är inläst.");

  await page.goto("/organisation/units");
  await page.getByLabel("Namn eller kod").fill(code);
  await page.keyboard.press("Enter");
  const row = page.getByRole("table", { name: "Alla enheter" }).getByRole("row").filter({ hasText: code });
  await expect(row).toHaveCount(1);
  await checkPage(page);
  await row.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await checkPage(page);

  await read(page, file);
  await expect(page.getByText("Ingenting behöver ändras. Allt i filen finns redan.")).toBeVisible();
});

test("a file without names, and rows with faults, are explained", { tag: "@once" }, async ({ page }) => {
  await signInAs(page, "administrator");
  await read(page, { name: "fel.csv", mimeType: "text/csv", buffer: Buffer.from("Kod;Ort\r\n1;Eknäs\r\n") });
  await expect(page.getByRole("link", { name: /Ingen enhet hittades i filen/ })).toHaveAttribute("href", "#file");
  await read(page, { name: "koder.csv", mimeType: "text/csv", buffer: Buffer.from("Namn;Typ;Skolenhetskod\r\nBlåbärsskolan;Skolenhet;12\r\n") });
  await expect(page.getByRole("table", { name: "Tas inte in" })).toContainText("”12” har inte rätt form.");
  await expect(page.getByRole("button", { name: /^Spara/ })).toHaveCount(0);
});

test("the organisation opens level by level, for everybody", async ({ page }) => {
  await page.goto("/organisation");
  const tree = page.getByRole("navigation", { name: "Organisationen som träd" });
  await tree.getByRole("link", { name: /^Eknäs stad/ }).first().click();
  await expect(page.getByRole("heading", { level: 2, name: "Eknäs stad" })).toBeVisible();
  await checkPage(page);
  await page.goto("/organisation/functions");
  await checkFits(page);
});

test("who is no administrator is told so and led on", { tag: "@once" }, async ({ page }) => {
  await signInAs(page, "reporter");
  const answer = await page.goto("/organisation/imports/new");
  expect(answer.status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1, name: "Du får inte göra det här" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Till startsidan" })).toBeVisible();
});
