/**
 * What all six hosts have in common: the machine that a card is plugged into, and
 * the view of a stack that sends, receives and reconfigures. Nothing here is a
 * kernel's own; each kernel's names and rules are in the package of that kernel.
 *
 * <p>Read {@link org.ringbook.adapters.host.Host} first, then {@link
 * org.ringbook.adapters.host.RuleBroken}.
 */
package org.ringbook.adapters.host;
