/**
 * Whether an address looks like one that several people read, like `reception@` or `info.z90001@`: whoever reads it
 * could log in as its person. A guess to warn about, never a reason to refuse.
 */
export function looksShared(email: string, sharedMailboxes: readonly string[]): boolean {
  const name = email.slice(0, email.lastIndexOf('@')).toLowerCase().split('+')[0] ?? '';
  const parts = name.split(/[^\p{L}\p{N}]+|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u).filter(Boolean);
  const plain = parts.join('');
  return sharedMailboxes.some((mailbox) => {
    const one = mailbox.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    return one === plain || parts.includes(one);
  });
}
