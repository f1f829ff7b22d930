// Files are read as they come: a workbook becomes a plan, a broken or foreign file gets one clear sentence and costs nobody their work.
import { randomBytes } from "node:crypto";
import { checkPage, download, expect, said, signInAs, test, unique } from "../fixtures.js";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Goes to the page where plans are read in, chooses a file and sends it. */
async function upload(page, name, buffer, mimeType = xlsx) {
  await page.goto("/plans/imports/new");
  await page.getByLabel(/^Fil/).setInputFiles({ name, mimeType, buffer });
  await page.getByRole("button", { name: "Läs in och granska" }).click();
}

test("a workbook of a plan is read as a new plan", async ({ page }) => {
  const title = unique("Ur Excel");
  await signInAs(page, "coordinator", "/plans");
  const link = page.getByRole("link", { name: "Handlingsplan för ett län utan våld 2024–2027", exact: true });
  const address = new URL(await link.evaluate((element) => element.href)).pathname;
  await upload(page, "plan.xlsx", await download(page, `${address}/editions/full.xlsx`, "xlsx"));
  await expect(page.getByRole("heading", { level: 1, name: "Det här förstod vi" })).toBeVisible();
  const figures = page.getByRole("list", { name: "Inläsningen i siffror" });
  await expect(figures.getByRole("listitem").nth(0)).toHaveText(/^8\s*mål$/);
  await expect(figures.getByRole("listitem").nth(1)).toHaveText(/^55\s*åtgärder$/);
  await checkPage(page);
  await page.getByRole("textbox", { name: "Titel" }).fill(title);
  await page.getByRole("textbox", { name: "Gäller" }).fill("2028–2030");
  await page.getByRole("button", { name: "Spara som utkast" }).click();
  await said(page, `”${title}” är sparad som utkast.`);
  await expect(page.locator("main tr[id^=action-]")).toHaveCount(55);
});

test("a file of random bytes is refused in one sentence, with the pasted text kept", async ({ page }) => {
  await signInAs(page, "coordinator", "/plans/imports/new");
  await page.getByLabel("Eller klistrad text").fill("Mål 1: Trygga skolgårdar");
  await page.getByLabel(/^Fil/).setInputFiles({ name: "plan.xlsx", mimeType: xlsx, buffer: randomBytes(20_000) });
  await page.getByRole("button", { name: "Läs in och granska" }).click();
  await expect(page.getByRole("link", { name: /Vi känner inte igen filen\. Välj Word, Excel eller CSV/ })).toHaveAttribute("href", "#file");
  await expect(page.getByLabel("Eller klistrad text")).toHaveValue("Mål 1: Trygga skolgårdar");
  await checkPage(page);
});

for (const [what, start, sentence] of [
  ["a torn workbook", "PK\x03\x04", /Filen är skadad/],
  ["a PDF", "%PDF-1.7\n", /En PDF går inte att läsa direkt/],
  ["an old Excel file", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", /äldre format/],
]) {
  test(`${what} is refused with the way on`, { tag: "@once" }, async ({ page }) => {
    await signInAs(page, "coordinator", "/plans/imports/new");
    await upload(page, "plan.xlsx", Buffer.concat([Buffer.from(start, "latin1"), randomBytes(4096)]));
    await expect(page.getByRole("link", { name: sentence })).toHaveAttribute("href", "#file");
  });
}

test("nothing chosen and nothing pasted is an error one can act on", { tag: "@once" }, async ({ page }) => {
  await signInAs(page, "coordinator", "/plans/imports/new");
  await page.getByRole("button", { name: "Läs in och granska" }).click();
  await expect(page.getByText("Rätta följande fel")).toBeVisible();
  await checkPage(page);
});
