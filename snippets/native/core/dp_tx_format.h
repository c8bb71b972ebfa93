/* How a frame is written down; see dp_tx.c. The words of the three formats of the 8254x. */
#ifndef DP_TX_FORMAT_H
#define DP_TX_FORMAT_H

#include "dp_tx.h"

/* Bytes of all segments. */
uint32_t dp_frame_length(const struct dp_frame *frame);

/* Whether the format can express what the frame asks for. */
bool dp_can_send(const struct dp_tx *tx, const struct dp_frame *frame);

/* Whether the device must first be told where the headers end. */
bool dp_needs_context(const struct dp_tx *tx, const struct dp_frame *frame);

void dp_write_context(struct dp_tx *tx, uint32_t index, const struct dp_frame *frame);

void dp_write_data(struct dp_tx *tx, uint32_t index, const struct dp_frame *frame,
                   uint32_t segment);

#endif
