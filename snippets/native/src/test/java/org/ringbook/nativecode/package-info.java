/**
 * Judges the native code: builds it with each compiler, with and without sanitizers, runs its
 * programs and reads their TAP, drives the core in Java with the vectors of the core in C, holds the
 * mocks against real headers, and plants bugs to see who notices.
 */
package org.ringbook.nativecode;
