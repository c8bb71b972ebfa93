/**
 * The early program against what a Linux kernel said of the same frames, behind
 * each hook.
 */
package org.ringbook.adapters.early;
