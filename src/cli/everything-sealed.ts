import { sealedPersonKeys } from '../audit/index.ts';
import { sealedCorrections, sealedExports, sealedFactors, sealedSetUps } from '../identity/index.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import { sealedMessages } from '../notifications/index.ts';
import { sealedPeopleRows } from '../organisations/index.ts';
import { sealedMarker } from '../platform/database/key-marker.ts';
import type { Sealed } from '../platform/database/reseal.ts';
import { sealedFileKeys } from '../platform/files/index.ts';

/** All that has to be sealed anew before an older root key can be given up; the marker says last that it is done. */
export const everythingSealed = (keyRing: KeyRing): Sealed[] => [
  sealedMessages(keyRing),
  sealedPersonKeys(keyRing),
  sealedExports(keyRing),
  sealedCorrections(keyRing),
  sealedSetUps(keyRing),
  sealedFactors(keyRing),
  sealedPeopleRows(keyRing),
  sealedFileKeys(keyRing),
  sealedMarker(keyRing),
];
