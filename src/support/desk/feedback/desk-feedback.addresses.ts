import { deskFeedbackAddress, heldFeedbackAddress } from '../../addresses.ts';

export const feedbackRatesAddress = `${deskFeedbackAddress}/rates`;
/** Where what readers said of one article is marked as handled. */
export const handledAddress = (articleId: string): string => `${deskFeedbackAddress}/${articleId}/handled`;
/** Where one is accepted or refused. */
export const decideAddress = (feedbackId: string): string => `${heldFeedbackAddress}/${feedbackId}`;
