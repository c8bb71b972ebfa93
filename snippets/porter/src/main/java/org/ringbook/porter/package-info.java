/**
 * What a porter wants to know of a driver before the first line is moved.
 *
 * <p>{@link org.ringbook.porter.CSource} finds the functions of a C file without
 * compiling it. {@link org.ringbook.porter.CallGraph} says which of them can be
 * reached from the entries of the data path, which {@link
 * org.ringbook.porter.Entries} finds; {@link org.ringbook.porter.FileClassifier}
 * turns that into a verdict on each file. {@link org.ringbook.porter.Inventory}
 * lists what those functions call in the kernel, and asks the handbook's {@link
 * org.ringbook.porter.ApiMap} how far each call corresponds; {@link
 * org.ringbook.porter.TypeInventory} does so for types.
 *
 * <p>It reads text, not a compiler's tree. Macros are not expanded, both branches
 * of an {@code #if} are read, and a call through a pointer goes to every function
 * that is assigned to a member of that name anywhere. So it finds a little too much
 * and rarely too little; a person looks at the rest.
 */
package org.ringbook.porter;
