import type { Visitor } from './visitor.ts';

interface Focus {
  name: string;
  text: string;
  inMain: boolean;
}

export const focusOf = (visitor: Visitor) =>
  visitor.page.evaluate<Focus>(`(() => {
    const element = document.activeElement;
    return {
      name: element.getAttribute('name') ?? '',
      text: element.textContent.replace(/\\s+/g, ' ').trim(),
      inMain: element.closest('main') !== null,
    };
  })()`);

/** Presses Tab until it is reached, as somebody without a mouse must. */
export async function tabTo(
  visitor: Visitor,
  what: string,
  isReached: (focus: Focus) => boolean,
): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if (isReached(await focusOf(visitor))) return;
    await visitor.page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${what} on ${visitor.page.url()}`);
}

export async function typeInto(visitor: Visitor, field: string, text: string): Promise<void> {
  await tabTo(visitor, `the field ${field}`, ({ name }) => name === field);
  await visitor.page.keyboard.type(text);
}

export async function enterOn(
  visitor: Visitor,
  label: string,
  where: 'main' | 'anywhere' = 'anywhere',
): Promise<void> {
  await tabTo(visitor, label, ({ text, inMain }) => text === label && (inMain || where === 'anywhere'));
  await visitor.go(() => visitor.page.keyboard.press('Enter'));
}

/** Ticks the next of a group. */
export async function checkNext(visitor: Visitor, field: string): Promise<void> {
  await visitor.page.keyboard.press('Tab');
  await tabTo(visitor, `another of ${field}`, ({ name }) => name === field);
  await visitor.page.keyboard.press('Space');
}
