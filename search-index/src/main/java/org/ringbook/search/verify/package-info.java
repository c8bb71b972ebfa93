/**
 * Are the names of the API map still there? Checks evidence against a source tree that the reader
 * has: the kernel headers of a distribution, a {@code /usr/src}, mingw-w64's driver headers, or the
 * Markdown pages of Windows' driver documentation.
 *
 * <p>Searching for a word would prove little: {@code poll} is in every kernel, mostly in comments
 * and as a variable. A name counts as there only where a file <em>declares</em> it. So {@link
 * org.ringbook.search.verify.CSource} blanks comments and strings, {@link
 * org.ringbook.search.verify.CDeclarations} follows braces and statements and knows a macro, a
 * function, a member, an enumerator, a tag and a typedef from a mere use, and a function that turns
 * up as somebody's structure member is not taken for the function. Preprocessor conditions are not
 * evaluated: what some configuration declares, the tree declares.
 *
 * <p>{@link org.ringbook.search.verify.Verifier} looks into the file that the evidence names first,
 * and into all others only for what is not in it. Trees are foreign: no link is followed, files of
 * more than 2 MB and binary ones are skipped, and nothing in them is run.
 */
@NullMarked
package org.ringbook.search.verify;

import org.jspecify.annotations.NullMarked;
