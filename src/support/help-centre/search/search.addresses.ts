/** What a browser asks while somebody types. */
export const suggestionsAddress = '/help/suggestions';
