/**
 * What runs inside a forked worker JVM: a loop that reads a request, runs one example or reads one
 * layout in a class loader of its own, and answers with what came of it.
 *
 * <p>Needs nothing but {@code java.base}, so that a worker starts fast and an example sees no class
 * of the generator. Whatever an example does to its JVM, the worker either answers or ends; it
 * never hands a state on that the next example could see.
 */
@NullMarked
package org.ringbook.prove.worker;

import org.jspecify.annotations.NullMarked;
