/**
 * Checks that a reader who has only JBang gets what the handbook shows.
 *
 * <p>The build of the handbook compiles and runs each example its own way, in one batch. A reader
 * does not: JBang finds the example through {@code jbang-catalog.json}, reads its header, gathers
 * the sources that the header names, compiles them and starts the result. These tests take that
 * way, with JBang's own code, and compare the outcome with what the handbook prints.
 */
package org.ringbook.examples;
