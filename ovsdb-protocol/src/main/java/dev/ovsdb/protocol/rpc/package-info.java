/**
 * What each RPC method and notification of OVSDB carries (RFC 7047, section 4, and Open vSwitch's additions): params and results as
 * bytes and as values. One class for each method, with the method's name, an encoder of its params and a decoder of its result.
 *
 * <p>Layer: the top of this module. It knows nothing of messages, ids of requests or connections. JSON of any kind, such as a
 * monitor's id, is its UTF-8 bytes here.
 */
@NullMarked
package dev.ovsdb.protocol.rpc;

import org.jspecify.annotations.NullMarked;
