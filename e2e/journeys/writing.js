// How a plan is begun and written in journeys.
import { checkPage, choose, expect, said, unique } from "../fixtures.js";

/** Begins a plan of Björkhamra, whose two coordinators work on it together. Returns its title and address. */
export async function beginPlan(page, name, owner = "Björkhamra kommun") {
  const title = unique(name);
  await page.goto("/plans");
  await page.getByRole("link", { name: "Ny plan" }).click();
  await page.getByRole("textbox", { name: "Titel" }).fill(title);
  await page.getByRole("textbox", { name: "Gäller" }).fill("2026–2028");
  await page.getByRole("combobox", { name: "Slag av plan" }).selectOption({ label: "Kommunövergripande plan" });
  await page.getByRole("combobox", { name: "Ägare" }).selectOption({ label: owner });
  await page.getByRole("button", { name: "Börja skriva" }).click();
  await said(page, `Utkastet ”${title}” är skapat.`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  return { title, address: new URL(page.url()).pathname };
}

/** Adds a goal from the plan's menu. */
export async function addGoal(page, address, number, text) {
  await page.goto(`${address}?version=draft`);
  await choose(page, "Arbeta med planen", "Lägg till mål");
  await page.getByRole("textbox", { name: "Formulering" }).fill(text);
  await page.getByRole("textbox", { name: /^Nummer/ }).fill(number);
  await page.getByRole("button", { name: "Spara" }).click();
  await said(page, "Målet är tillagt.");
}

/** Adds an action to a goal, with who leads it. */
export async function addAction(page, address, goal, number, text, lead) {
  await page.goto(`${address}?version=draft`);
  await page.getByRole("link", { name: `Lägg till åtgärd ${goal}` }).click();
  await page.getByRole("textbox", { name: "Vad som ska göras" }).fill(text);
  await page.getByRole("textbox", { name: /^Nummer/ }).fill(number);
  await page.getByRole("combobox", { name: "Ansvarig", exact: true }).selectOption({ label: lead });
  await page.getByRole("button", { name: "Spara" }).click();
  await said(page, "Åtgärden är tillagd.");
}

/** Opens the form of an action of a draft. */
export async function editAction(page, address, number) {
  await page.goto(`${address}?version=draft`);
  await page.getByRole("main").getByRole("link", { name: number, exact: true }).click();
  await page.getByRole("link", { name: "Ändra", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ändra åtgärden" })).toBeVisible();
}

/** The coordinator asks one body for comments. */
export async function sendOut(page, address, body) {
  await page.goto(`${address}?version=draft`);
  await choose(page, "Arbeta med planen", "Skicka på remiss");
  await page.getByRole("checkbox", { name: body }).check();
  await page.getByLabel("Sista dag för synpunkter").fill("2099-01-31");
  await page.getByRole("textbox", { name: /^Meddelande/ }).fill("Titta särskilt på fritiden.");
  await checkPage(page);
  await page.getByRole("button", { name: "Skicka på remiss" }).click();
  await said(page, "Planen är på remiss.");
}
