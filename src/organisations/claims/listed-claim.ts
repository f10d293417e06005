/** What staff make sure of before they believe it: somebody asks for something in a practice's name. */
export interface ListedClaim {
  id: string;
  reference: string;
  practice: string;
  code: string;
  createdAt: Date;
}

export type ListedState = 'waiting' | 'decided';

export const listedState = (query: unknown): ListedState =>
  (query as { state?: unknown }).state === 'decided' ? 'decided' : 'waiting';
