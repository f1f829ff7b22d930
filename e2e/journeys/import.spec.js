// A plan is pasted as it stands in its PDF, reviewed, corrected and saved; then it is read and handed out.
import { readFileSync } from "node:fs";
import { checkFits, checkPage, download, expect, said, signInAs, test, unique } from "../fixtures.js";

const county = readFileSync(new URL("../../crates/demo/data/county-plan.txt", import.meta.url), "utf8");
const council = "Påhittade trygghetsrådet";

/** Pastes the county plan and comes to its review. */
async function paste(page) {
  await signInAs(page, "coordinator", "/plans");
  await page.getByRole("link", { name: "Läs in en plan" }).first().click();
  await checkPage(page);
  await page.getByLabel("Eller klistrad text").fill(county);
  await page.getByRole("button", { name: "Läs in och granska" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Det här förstod vi" })).toBeVisible();
}

test("a pasted plan is reviewed, corrected, matched, saved, read and handed out", async ({ page }) => {
  test.setTimeout(90_000);
  const title = unique("Länets plan");
  await paste(page);
  const figures = page.getByRole("list", { name: "Inläsningen i siffror" });
  await expect(figures.getByRole("listitem").nth(0)).toHaveText(/^8\s*mål$/);
  await expect(figures.getByRole("listitem").nth(1)).toHaveText(/^55\s*åtgärder$/);
  await expect(figures.getByRole("listitem").nth(3)).toHaveText(/^(\d+)\s*celler förstådda\s*av \1, 0 inte förstådda$/);
  await checkPage(page);

  await page.getByRole("link", { name: /^Rätta 1\.3 / }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Rätta åtgärden" })).toBeVisible();
  await checkPage(page);
  await page.getByRole("textbox", { name: "Vad som ska göras" }).fill("Hjälpa fritidsgårdar att arbeta förebyggande.");
  await page.getByRole("textbox", { name: /^Ansvarig/ }).fill(council);
  await page.getByRole("button", { name: "Spara rättelsen" }).click();
  await said(page, "Rättelsen är sparad.");
  await expect(page.getByRole("row", { name: /Hjälpa fritidsgårdar att arbeta förebyggande\./ })).toContainText(council);
  await expect(figures).toContainText("1 att koppla");

  await page.getByRole("combobox", { name: council }).selectOption({ label: "Region Mälarskär" });
  await page.getByRole("textbox", { name: "Titel" }).fill(title);
  await page.getByRole("textbox", { name: "Gäller" }).fill("2024–2027");
  await page.getByRole("combobox", { name: "Slag av plan" }).selectOption({ label: "Länsplan" });
  await page.getByRole("button", { name: "Spara som utkast" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await said(page, `”${title}” är sparad som utkast.`);
  await expect(page.locator("main h2[id^=goal-]")).toHaveCount(8);
  await expect(page.locator("main tr[id^=action-]")).toHaveCount(55);
  await checkPage(page);
  const plan = new URL(page.url());

  await page.getByRole("link", { name: "Efter aktör", exact: true }).click();
  await expect(page.getByRole("heading", { level: 2, name: /^Region Mälarskär/ })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("1.3 Hjälpa fritidsgårdar att arbeta förebyggande.");
  await expect(page.getByRole("main")).not.toContainText(council);
  await checkFits(page);

  for (const edition of ["full", "short", "list", "actors"]) {
    for (const kind of edition === "short" ? ["pdf", "docx"] : ["pdf", "docx", "xlsx"]) {
      await download(page, `${plan.pathname}/editions/${edition}.${kind}?version=draft`, kind);
    }
  }
  await page.goto(`${plan.pathname}/editions?version=draft`);
  await expect(page.getByRole("link", { name: "Ladda ner Åtgärdslista som PDF" })).toBeVisible();
  await checkPage(page);
  await page.goto(`${plan.pathname}/editions/list.html?version=draft`);
  await expect(page.getByText("Hjälpa fritidsgårdar att arbeta förebyggande.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
});

test("an incomplete review is sent back with what is missing, and keeps what was written", async ({ page }) => {
  await paste(page);
  await page.getByRole("textbox", { name: "Titel" }).fill("");
  await page.getByRole("textbox", { name: "Gäller" }).fill("snart");
  await page.getByRole("button", { name: "Spara som utkast" }).click();
  await expect(page.getByText("Rätta följande 2 fel")).toBeVisible();
  await expect(page.getByRole("link", { name: /Skriv ett eller två årtal/ })).toHaveAttribute("href", "#period");
  await expect(page.getByRole("textbox", { name: "Gäller" })).toHaveValue("snart");
  await expect(page).toHaveTitle(/^Fel: /);
  await checkPage(page);
});

test("a goal is corrected in the review", { tag: "@once" }, async ({ page }) => {
  await paste(page);
  await page.locator("summary").filter({ hasText: "Rätta målet" }).first().click();
  await page.locator("#goal-title-0").fill("Länet stoppar våld i tid");
  await page.locator("form").filter({ has: page.locator("#goal-title-0") }).getByRole("button").click();
  await expect(page.getByRole("heading", { level: 3, name: "1 Länet stoppar våld i tid" })).toBeVisible();
});
