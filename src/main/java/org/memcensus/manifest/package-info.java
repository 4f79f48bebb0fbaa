/** Build files, manifests and well-known files go in; what the project stands on, offers and says of its care comes out. */
@NullMarked
package org.memcensus.manifest;

import org.jspecify.annotations.NullMarked;
