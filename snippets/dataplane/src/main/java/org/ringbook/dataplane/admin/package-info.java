/**
 * Commands to a device's firmware through a ring, and their answers.
 *
 * <p>Read {@link org.ringbook.dataplane.descriptor.AdminDescriptor}, the 32 bytes of
 * a command, then {@link org.ringbook.dataplane.admin.AdminQueue}: how answers find
 * their commands, and what becomes of those that come too late or never.
 */
package org.ringbook.dataplane.admin;
