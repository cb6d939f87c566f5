/** Kinds of answers by how large they may be. `call`: what a change answers. `list`: what is read. `chunk`: a part of an export. */
export type AnswerSize = 'call' | 'list' | 'chunk';
