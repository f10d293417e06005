/** Where an e-mail stands in a conversation; every part is a header of its own. */
export interface Thread {
  /** Where an answer goes, when not to whoever sent it. */
  replyTo?: string;
  /** The Message-ID that it answers, with its angle brackets. */
  inReplyTo?: string;
  /** Those of the whole conversation, oldest first. */
  references?: readonly string[];
}

/** Everything that becomes a header. */
export const textOfThread = ({ replyTo = '', inReplyTo = '', references = [] }: Thread = {}): string =>
  [replyTo, inReplyTo, ...references].join(' ');
