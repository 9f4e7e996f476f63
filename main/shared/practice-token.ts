/**
 * How each session token of the practice AWS begins, so that the real sign-in can tell it from AWS's own. AWS's tokens
 * are Base64 of binary data that begins otherwise. Its import tokens contain it as well.
 */
export const practiceTokenMark = 'KeyferryPracticeOnly/';
