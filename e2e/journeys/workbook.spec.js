// A plan goes out as a workbook and comes back: unchanged it changes nothing, changed it says exactly what.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { checkPage, download, expect, said, signInAs, test } from "../fixtures.js";
import { addAction, addGoal, beginPlan } from "./writing.js";

const goal = "Alla möts av trygga vuxna";
const before = "Utbilda vaktmästarna i bemötande.";
const after = "Utbilda vaktmästarna och kökspersonalen i bemötande.";
const unit = "Socialförvaltningen i Björkhamra";

/** A plan with one action, and its workbook. */
async function planAndWorkbook(page) {
  await signInAs(page, "tore-trollslanda");
  const { address } = await beginPlan(page, "Arbetsbok");
  await addGoal(page, address, "1", goal);
  await addAction(page, address, goal, "1.1", before, unit);
  return { address, workbook: await download(page, `${address}/workbook.xlsx`, "xlsx") };
}

/** Hands a workbook back and comes to what it would change. */
async function readBack(page, address, buffer, name = "plan.xlsx") {
  await page.goto(`${address}/workbooks/new`);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page.getByLabel("Excel-fil").setInputFiles({ name, mimeType, buffer });
  await page.getByRole("button", { name: "Visa vad som ändras" }).click();
}

/** Writes over a text in the sheets, as somebody would in Excel. */
function edited(workbook, from, to) {
  let hits = 0;
  const parts = Object.entries(unzipSync(workbook)).map(([name, bytes]) => {
    if (!name.endsWith(".xml")) return [name, bytes];
    const text = strFromU8(bytes);
    hits += text.split(from).length - 1;
    return [name, strToU8(text.replaceAll(from, to))];
  });
  expect(hits, `${from} stands in the workbook`).toBeGreaterThan(0);
  return Buffer.from(zipSync(Object.fromEntries(parts)));
}

test("an unchanged workbook changes nothing", async ({ page }) => {
  const { address, workbook } = await planAndWorkbook(page);
  await page.goto(`${address}/workbooks/new`);
  await checkPage(page);
  await readBack(page, address, workbook);
  await expect(page.getByText("Filen ändrar ingenting i planen.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Spara ändringarna" })).toHaveCount(0);
  await checkPage(page);
});

test("a changed cell is shown word by word, and saved when one says so", async ({ page }) => {
  const { address, workbook } = await planAndWorkbook(page);
  await readBack(page, address, edited(workbook, before, after));
  await expect(page.getByRole("heading", { name: "En ändring" })).toBeVisible();
  await expect(page.locator("ins").filter({ hasText: "kökspersonalen" })).toBeVisible();
  await checkPage(page);
  await page.goto(`${address}?version=draft`);
  await expect(page.getByRole("main"), "nothing is saved yet").toContainText(before);
  await page.goBack();
  await page.getByRole("button", { name: "Spara ändringarna" }).click();
  await said(page, "Ändringarna från arbetsboken är sparade.");
  await expect(page.getByRole("main")).toContainText(after);
});

test("a file that is no workbook of the plan is refused in one sentence", async ({ page }) => {
  const { address } = await planAndWorkbook(page);
  await readBack(page, address, Buffer.from("PK\x03\x04 torn"));
  await expect(page.getByRole("link", { name: /Filen är skadad/ })).toHaveAttribute("href", "#file");
  await page.getByRole("button", { name: "Visa vad som ändras" }).click();
  await expect(page.getByRole("link", { name: "Välj en fil." })).toBeVisible();
  await checkPage(page);
});
