import { beforeAll, describe, expect, test } from 'vitest';
import { fillWithArticles } from '../support/help-centre.ts';
import { journeys } from '../support/journeys.ts';
import { sharedPortal } from '../support/running-portal.ts';

export const searchHelpJourneys = (javaScript: boolean) =>
  describe(`searching for help, ${javaScript ? 'with' : 'without'} JavaScript`, () => {
    const the = sharedPortal({ profile: 'primary-care' });
    const visit = journeys(javaScript);
    beforeAll(() => fillWithArticles(the()));

    test('[C3] somebody asks in their own words, with a slip, and reads the article', async () => {
      const visitor = await visit(the());
      await visitor.open('/help');
      await visitor.fill({ 'Search for help': 'ive been lockd out' });
      await visitor.press('Search');
      expect(await visitor.heading()).toBe('Search help');
      expect(await visitor.page.title()).toContain('ive been lockd out');
      expect(await visitor.text()).toMatch(/searched for ive been locked out/);
      expect(await visitor.page.locator('mark').count()).toBeGreaterThan(0);
      await visitor.follow('My account is locked');
      expect(await visitor.heading()).toContain('My account is locked');
    });

    test('[C3] a search that finds nothing leads to articles that come near, and to a person', async () => {
      const visitor = await visit(the());
      await visitor.open('/help/search?q=xqzzyq');
      expect(await visitor.text()).toContain('Nothing found for “xqzzyq”');
      expect(await visitor.text()).toContain('Browse by subject');
      expect(await visitor.text()).toContain('Frequently asked questions');
      expect(await visitor.text()).toContain('Or call us on');
      await visitor.follow('Ask us about “xqzzyq”');
      await visitor.page.getByLabel('Something else').check();
      await visitor.press('Continue');
      expect(await visitor.page.getByLabel('What is it about, in a few words?').inputValue()).toBe('xqzzyq');
      await visitor.open('/help/search?q=');
      expect(await visitor.text()).toContain('Enter what you need help with');
      await visitor.follow('Contact us');
      expect(await visitor.heading()).toContain('Contact');
    });

    test('[C3] more articles than fit on one page follow on the next', async () => {
      const visitor = await visit(the());
      await visitor.open('/help/search?q=account');
      const first = await visitor.page.locator('.gh-results a').allTextContents();
      expect(first).toHaveLength(10);
      await visitor.go(() => visitor.page.getByRole('link', { name: 'Page 2', exact: true }).click());
      const second = await visitor.page.locator('.gh-results a').allTextContents();
      expect(second.length).toBeGreaterThan(0);
      expect(first.filter((title) => second.includes(title))).toEqual([]);
    });
  });
