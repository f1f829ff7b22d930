// Two people write in the same action at once. Nobody's words are lost, and whoever saves last chooses in the open.
import { anotherPerson, checkPage, expect, said, signInAs, test } from "../fixtures.js";
import { addAction, addGoal, beginPlan, editAction } from "./writing.js";

const goal = "Skolvägen är trygg";
const before = "Gå skolvägen tillsammans med eleverna.";
const mine = "Gå skolvägen med eleverna varje höst.";
const theirs = "Gå skolvägen med elever och föräldrar.";

const text = (page) => page.getByRole("textbox", { name: "Vad som ska göras" });

/** A plan with one action that two coordinators have open at the same time; the other one has saved. */
async function collide(page, change) {
  await signInAs(page, "tore-trollslanda");
  const { address } = await beginPlan(page, "Trygg skolväg");
  await addGoal(page, address, "1", goal);
  await addAction(page, address, goal, "1.1", before, "Socialförvaltningen i Björkhamra");
  const other = await anotherPerson(page, "wilma-wanderklot");
  await editAction(page, address, "1.1");
  await editAction(other, address, "1.1");
  await change(other);
  await other.getByRole("button", { name: "Spara" }).click();
  await said(other, "Åtgärden är sparad.");
  await other.context().close();
}

test("two texts in one field are shown side by side, and the choice is the writer's", async ({ page }) => {
  test.setTimeout(60_000);
  await collide(page, (other) => text(other).fill(theirs));
  await text(page).fill(mine);
  await page.getByRole("button", { name: "Spara" }).click();

  await expect(page.getByText("Wilma Wanderklot sparade medan du skrev")).toBeVisible();
  const both = page.getByRole("group", { name: "Vad som ska göras" });
  await expect(both).toContainText(mine);
  await expect(both).toContainText(theirs);
  await checkPage(page);

  await both.getByRole("radio", { name: "Det som sparades av Wilma Wanderklot" }).check();
  await page.getByRole("button", { name: "Spara" }).click();
  await said(page, "Åtgärden är sparad.");
  await expect(page.getByRole("main")).toContainText(theirs);
  await expect(page.getByRole("main")).not.toContainText(mine);
});

test("the own text wins when it is chosen", { tag: "@once" }, async ({ page }) => {
  test.setTimeout(60_000);
  await collide(page, (other) => text(other).fill(theirs));
  await text(page).fill(mine);
  await page.getByRole("button", { name: "Spara" }).click();
  await page.getByRole("radio", { name: "Din text" }).check();
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByRole("main")).toContainText(mine);
});

test("changes in different fields are kept both, without a question", async ({ page }) => {
  test.setTimeout(60_000);
  await collide(page, async (other) => {
    await other.getByRole("textbox", { name: /^Tidplan/ }).fill("2027");
    await other.getByRole("combobox", { name: "Medansvarig 1" }).selectOption({ label: "Region Mälarskär" });
  });
  await text(page).fill(mine);
  await page.getByRole("button", { name: "Spara" }).click();
  await said(page, "Åtgärden är sparad.");
  for (const words of [mine, "2027", "Region Mälarskär"]) await expect(page.getByRole("main")).toContainText(words);
});

test("a removed action comes back with one click", async ({ page }) => {
  await signInAs(page, "tore-trollslanda");
  const { address } = await beginPlan(page, "Ångra");
  await addGoal(page, address, "1", goal);
  await addAction(page, address, goal, "1.1", before, "Socialförvaltningen i Björkhamra");
  await page.goto(`${address}?version=draft`);
  await page.getByRole("main").getByRole("link", { name: "1.1", exact: true }).click();
  await page.getByRole("button", { name: "Ta bort" }).click();
  await expect(page.getByText("Åtgärden är borttagen.")).toBeVisible();
  await expect(page.locator("main tr[id^=action-]")).toHaveCount(0);
  await page.getByRole("button", { name: "Ångra" }).click();
  await said(page, "Åtgärden är tillbaka.");
  await expect(page.getByRole("main")).toContainText(before);
});
