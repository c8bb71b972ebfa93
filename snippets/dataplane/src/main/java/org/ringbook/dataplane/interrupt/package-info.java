/**
 * How a device asks for attention, and how a driver answers without drowning: vectors,
 * masks, causes, polling with a budget, moderation.
 */
package org.ringbook.dataplane.interrupt;
