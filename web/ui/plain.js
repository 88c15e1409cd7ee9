/** Words without the signs of bold (rich.js), where they are told in a line of something else. Pure. */
export const BOLD = /\*\*(?=\S)(.+?)(?<=\S)\*\*/g;

export const plain = (text) => text.replace(BOLD, '$1');
