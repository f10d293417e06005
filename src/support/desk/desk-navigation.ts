import type { Actor } from '../../kernel/actor.ts';
import type { Language } from '../../kernel/words.ts';
import type { NavigationItem } from '../../ui/index.ts';

/** The desk's sections that this member of staff may open. */
export const deskNavigation = (_actor: Actor, _path: string, _language: Language): NavigationItem[] => [];
