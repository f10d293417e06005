/** How much of everything is done. `--quick` shows in two minutes that every part works; its numbers mean little. */
export interface Scale {
  readonly accounts: number;
  readonly fewAccounts: number;
  readonly seconds: number;
  readonly looks: number;
  readonly pairs: number;
  readonly kills: number;
  readonly starts: number;
  readonly articles: number;
  readonly tickets: number;
}

export const fullScale: Scale = {
  accounts: 1_000_000,
  fewAccounts: 1_000,
  seconds: 15,
  looks: 400,
  pairs: 400,
  kills: 100,
  starts: 3,
  articles: 10_000,
  tickets: 200_000,
};

export const quickScale: Scale = {
  accounts: 20_000,
  fewAccounts: 1_000,
  seconds: 3,
  looks: 100,
  pairs: 40,
  kills: 5,
  starts: 1,
  articles: 1_000,
  tickets: 20_000,
};
