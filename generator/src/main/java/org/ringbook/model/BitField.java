package org.ringbook.model;

/**
 * One field of a binary format.
 *
 * @param name as in the datasheet
 * @param bit offset of its lowest bit from the start of the format
 * @param width in bits
 * @param writer who writes it: {@code driver}, {@code device}, {@code both} or {@code nobody}
 */
public record BitField(String name, int bit, int width, String writer) {}
