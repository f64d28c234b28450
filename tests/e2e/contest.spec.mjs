// Another page of the same origin that steals the lock or floods the channel keeps nobody from writing.
import { expect, test } from '@playwright/test';
import { serve } from './site.mjs';
import { openSample, saved } from './user.mjs';

const idOf = (page) => new URL(page.url()).hash.match(/[0-9a-z]{10,}/)[0];

/** A page of the same origin that is not this program. */
async function stranger(context, url) {
  const page = await context.newPage();
  await page.route('**/stranger', (route) => route.fulfill({ contentType: 'text/html', body: '<p>别的网页</p>' }));
  await page.goto(new URL('/stranger', url).href);
  return page;
}

test('a page that steals the lock again and again: everything typed goes on in a new draft', async ({ page, context }) => {
  const { address, close } = await serve();
  await openSample(page, address);
  await saved(page);
  const unit = page.getByLabel('单位全称');
  const before = page.url();
  const other = await stranger(context, address);
  const steal = (hold) =>
    other.evaluate(
      ([id, hold]) => navigator.locks.request(`jiping.pen.${id}`, { steal: true }, () => new Promise((done) => setTimeout(done, hold))).catch(() => {}),
      [idOf(page), hold],
    );
  const offer = page.getByRole('button', { name: '另存一份并继续' });
  for (const round of ['一', '二']) {
    await expect(unit).toBeEditable();
    await unit.fill(`第${round}轮写的`);
    await steal(300);
    await expect(offer).toBeHidden();
  }
  await expect(unit).toBeEditable();
  await unit.fill('第三轮写的');
  void steal(600_000).catch(() => {});
  await expect(page.getByText('几次被别的窗口或网页抢走')).toBeVisible();
  await expect(unit).not.toBeEditable();
  await offer.click();
  await expect(page).not.toHaveURL(before);
  await expect(unit).toBeEditable();
  await expect(unit).toHaveValue('第三轮写的');
  await unit.fill('在新的一份里写');
  await saved(page);
  await page.reload();
  await expect(unit).toHaveValue('在新的一份里写');
  await close();
});

/** Asks for the pen of a draft without end, several hundred times a second, and says that it was saved. */
async function flood(other, id, waits) {
  await other.evaluate(
    ([id, waits]) => {
      const channel = new BroadcastChannel('jiping');
      // Whoever waits for the lock hands it back at once and waits again.
      const wait = () => navigator.locks.request(`jiping.pen.${id}`, () => new Promise((done) => setTimeout(done, 20))).then(wait);
      if (waits) void wait();
      setInterval(() => {
        for (const word of ['pen', 'saved', 'pen']) channel.postMessage(`${word} ${id}`);
      }, 5);
    },
    [id, waits],
  );
}

for (const [name, waits, looks] of [
  ['only asks', false, false],
  ['asks and waits for the lock', true, false],
  ['asks while another window looks on', false, true],
]) {
  test(`a page that asks for the pen without end takes no key: ${name}`, async ({ page, context }) => {
    const { address, close } = await serve();
    await openSample(page, address);
    await saved(page);
    const unit = page.getByLabel('单位全称');
    const id = idOf(page);
    if (looks) {
      const second = await context.newPage();
      await second.goto(page.url());
      await expect(second.getByText('另一个窗口正在填写这份报告')).toBeVisible();
    }
    await unit.fill('甲');
    await unit.press('End');
    await flood(await stranger(context, address), id, waits);
    await page.bringToFront();
    // The first two requests came while nothing was typed and were answered; after the third none is, and the pen is
    // here to stay.
    await page.waitForTimeout(8_000);
    await expect(unit).toBeEditable();
    const keys = 'abcdefghij'.repeat(6);
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(40);
    }
    await expect(unit).toHaveValue(`甲${keys}`);
    // Typing rests, and the other page goes on.
    await page.waitForTimeout(4_000);
    const offer = page.getByRole('button', { name: '另存一份并继续' });
    if (!(await offer.isVisible())) {
      await expect(unit).toBeEditable();
      await unit.press('End');
      await unit.press('z');
      await expect(unit).toHaveValue(`甲${keys}z`);
    } else {
      await offer.click();
      await expect(page).not.toHaveURL(new RegExp(id));
      await expect(unit).toBeEditable();
      await expect(unit).toHaveValue(`甲${keys}`);
    }
    await saved(page);
    await page.reload();
    await expect(unit).toHaveValue(new RegExp(`^甲${keys}`));
    await close();
  });
}
