import type { Page } from 'playwright-core';

/** What a clerk answers, by the labels beside the fields. */
export type GivenAnswers = Readonly<Record<string, string>>;

/** Fills the form on the screen: text, dates and numbers are typed, what there is to choose is chosen. */
export async function fillForm(page: Page, answers: GivenAnswers): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) {
    const field = page.locator('.ant-form-item').filter({ has: page.getByText(label, { exact: true }) });
    await field.waitFor();
    if ((await field.getByRole('radio').count()) > 0) {
      await field.getByText(answer, { exact: true }).click();
    } else if ((await field.getByRole('combobox').count()) > 0) {
      await field.getByRole('combobox').click();
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: answer }).first().click();
    } else {
      await field.locator('input, textarea').fill(answer);
    }
  }
}

/** Reads the answers back and confirms them. Returns what the program says. */
export async function confirm(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: `确认${title}` }).click();
  return (await page.locator('.frame-main .ant-alert-title').first().textContent()) ?? '';
}

/** Opens an act by its button, answers it, reads it back, confirms it, and returns what the program says. `button` where it is called otherwise. */
export async function carryOut(page: Page, title: string, answers: GivenAnswers, button = title): Promise<string> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('heading', { name: title, exact: true }).waitFor();
  await fillForm(page, answers);
  return confirm(page, title);
}
