/* Keys in order; see ordered.h. What is taken out is overwritten: a key names a case. */
#include "ordered.h"

#include <string.h>

/* keys[i] is not after any key below children[i], and after all before it; keys[0] is not read. */
typedef struct inner {
    uint32_t count;
    ombud__key keys[OMBUD__INNER_KEYS];
    void *children[OMBUD__INNER_KEYS];
} inner;

/* 64 to the power of this is more than a size_t can count: nodes are mostly at least a quarter full. */
enum { HEIGHT_MAX = 16 };

typedef struct step {
    inner *node;
    uint32_t at;
} step;

static size_t size_of_leaf(uint32_t room)
{
    return sizeof(ombud__leaf) + room * sizeof(ombud__key);
}

static void free_leaf(ombud__leaf *leaf, const ombud_alloc *alloc)
{
    ombud__free_wiped(alloc, leaf, size_of_leaf(leaf->room));
}

int ombud__key_before(const ombud__key *a, const ombud__key *b)
{
    if (a->day != b->day)
        return a->day < b->day;
    if (a->number != b->number)
        return a->number < b->number;
    if (a->item != b->item)
        return a->item < b->item;
    return a->row < b->row;
}

/* How many of the keys from `from` on are before a key. */
static uint32_t place_of(const ombud__key *keys, uint32_t from, uint32_t count, const ombud__key *key, int or_equal)
{
    while (from < count) {
        uint32_t middle = (from + count) / 2;
        if (or_equal ? !ombud__key_before(key, &keys[middle]) : ombud__key_before(&keys[middle], key))
            from = middle + 1;
        else
            count = middle;
    }
    return from;
}

/* The leaf where a key belongs, and the way there from the root. */
static ombud__leaf *descend(const ombud__ordered *tree, const ombud__key *key, step *path)
{
    void *node = tree->root;
    for (uint32_t depth = 0; depth + 1 < tree->height; depth++) {
        inner *in = node;
        path[depth].node = in;
        path[depth].at = place_of(in->keys, 1, in->count, key, 1) - 1;
        node = in->children[path[depth].at];
    }
    return node;
}

/* ---- putting in -------------------------------------------------------------------------------------------------- */

static void put_key(ombud__key *keys, uint32_t count, uint32_t at, const ombud__key *key)
{
    memmove(keys + at + 1, keys + at, (count - at) * sizeof *keys);
    keys[at] = *key;
}

static void put_child(inner *in, uint32_t at, const ombud__key *key, void *child)
{
    put_key(in->keys, in->count, at, key);
    memmove(in->children + at + 1, in->children + at, (in->count - at) * sizeof *in->children);
    in->children[at] = child;
    in->count++;
}

/* Nodes that a split needs, asked for before anything changes. */
typedef struct spares {
    ombud__leaf *leaf;
    inner *inner[HEIGHT_MAX + 1];
    uint32_t count;
} spares;

static int get_spares(spares *out, const ombud__ordered *tree, const step *path, const ombud_alloc *alloc)
{
    out->count = 0;
    out->leaf = ombud__alloc(alloc, size_of_leaf(OMBUD__LEAF_KEYS));
    int enough = out->leaf != NULL;
    for (uint32_t depth = tree->height; enough && depth-- > 0;) {
        /* Above a node with room nothing is split; above a full root comes a new one. */
        if (depth > 0 && path[depth - 1].node->count < OMBUD__INNER_KEYS)
            return 1;
        inner *node = ombud__alloc(alloc, sizeof *node);
        enough = node != NULL;
        if (enough)
            out->inner[out->count++] = node;
    }
    if (enough)
        return 1;
    while (out->count > 0)
        ombud__free(alloc, out->inner[--out->count], sizeof(inner));
    ombud__free(alloc, out->leaf, size_of_leaf(OMBUD__LEAF_KEYS));
    return 0;
}

/* Puts a new child beside the one that was split, and splits upward. */
static void put_above(ombud__ordered *tree, const step *path, spares *spare, ombud__key key, void *child)
{
    for (uint32_t depth = tree->height - 1; depth-- > 0;) {
        inner *in = path[depth].node;
        uint32_t at = path[depth].at + 1;
        if (in->count < OMBUD__INNER_KEYS) {
            put_child(in, at, &key, child);
            return;
        }
        inner *right = spare->inner[--spare->count];
        uint32_t kept = OMBUD__INNER_KEYS / 2;
        memset(right, 0, sizeof *right);
        right->count = OMBUD__INNER_KEYS - kept;
        memcpy(right->keys, in->keys + kept, right->count * sizeof *right->keys);
        memcpy(right->children, in->children + kept, right->count * sizeof *right->children);
        memset(in->keys + kept, 0, right->count * sizeof *right->keys);
        in->count = kept;
        ombud__key middle = right->keys[0];
        if (at <= kept)
            put_child(in, at, &key, child);
        else
            put_child(right, at - kept, &key, child);
        key = middle;
        child = right;
    }
    inner *root = spare->inner[--spare->count];
    memset(root, 0, sizeof *root);
    root->count = 2;
    root->children[0] = tree->root;
    root->children[1] = child;
    root->keys[1] = key;
    tree->root = root;
    tree->height++;
}

static ombud_status put_split(ombud__ordered *tree, const ombud_alloc *alloc, const step *path, ombud__leaf *leaf,
                              uint32_t at, const ombud__key *key)
{
    spares spare;
    if (!get_spares(&spare, tree, path, alloc))
        return OMBUD_E_NOMEM;
    ombud__leaf *right = spare.leaf;
    /* Keys that come in order, as days do, leave full leaves behind. */
    uint32_t kept = at == OMBUD__LEAF_KEYS && leaf->next == NULL ? OMBUD__LEAF_KEYS : OMBUD__LEAF_KEYS / 2;
    memset(right, 0, size_of_leaf(OMBUD__LEAF_KEYS));
    right->room = OMBUD__LEAF_KEYS;
    right->count = OMBUD__LEAF_KEYS - kept;
    memcpy(right->keys, leaf->keys + kept, right->count * sizeof *right->keys);
    memset(leaf->keys + kept, 0, right->count * sizeof *right->keys);
    leaf->count = kept;
    right->next = leaf->next;
    leaf->next = right;
    ombud__leaf *to = at <= kept && kept < OMBUD__LEAF_KEYS ? leaf : right;
    put_key(to->keys, to->count, to == leaf ? at : at - kept, key);
    to->count++;
    put_above(tree, path, &spare, right->keys[0], right);
    return OMBUD_OK;
}

/* Room in a tree of one leaf: for the first key, or for twice as many. */
static int make_only(ombud__ordered *tree, const ombud_alloc *alloc)
{
    ombud__leaf *only = tree->height <= 1 ? tree->root : NULL;
    if (tree->height > 1 || (only != NULL && (only->count < only->room || only->room == OMBUD__LEAF_KEYS)))
        return 1;
    uint32_t room = only == NULL ? OMBUD__FIRST_KEYS : only->room * 2;
    ombud__leaf *larger = ombud__alloc(alloc, size_of_leaf(room));
    if (larger == NULL)
        return 0;
    memset(larger, 0, size_of_leaf(room));
    if (only != NULL) {
        memcpy(larger, only, size_of_leaf(only->count));
        free_leaf(only, alloc);
    }
    larger->room = room;
    tree->root = larger;
    tree->height = 1;
    return 1;
}

ombud_status ombud__ordered_put(ombud__ordered *tree, const ombud_alloc *alloc, const ombud__key *key)
{
    step path[HEIGHT_MAX];
    if (!make_only(tree, alloc))
        return OMBUD_E_NOMEM;
    ombud__leaf *leaf = descend(tree, key, path);
    uint32_t at = place_of(leaf->keys, 0, leaf->count, key, 0);
    if (at < leaf->count && !ombud__key_before(key, &leaf->keys[at]))
        return OMBUD_OK;
    if (leaf->count < OMBUD__LEAF_KEYS) {
        put_key(leaf->keys, leaf->count, at, key);
        leaf->count++;
    } else {
        ombud_status status = put_split(tree, alloc, path, leaf, at, key);
        if (status != OMBUD_OK)
            return status;
    }
    tree->count++;
    return OMBUD_OK;
}

/* ---- taking out -------------------------------------------------------------------------------------------------- */

static void take_child(inner *in, uint32_t at)
{
    memmove(in->keys + at, in->keys + at + 1, (in->count - at - 1) * sizeof *in->keys);
    memmove(in->children + at, in->children + at + 1, (in->count - at - 1) * sizeof *in->children);
    in->count--;
    memset(&in->keys[in->count], 0, sizeof *in->keys);
}

/* Makes one node of two neighbours where both fit into it; then the right one is gone. */
static int join_leaves(ombud__leaf *left, ombud__leaf *right)
{
    if (left->count + right->count > OMBUD__LEAF_KEYS)
        return 0;
    memcpy(left->keys + left->count, right->keys, right->count * sizeof *right->keys);
    left->count += right->count;
    left->next = right->next;
    return 1;
}

static int join_inner(inner *left, const inner *right, const ombud__key *between)
{
    if (left->count + right->count > OMBUD__INNER_KEYS)
        return 0;
    memcpy(left->keys + left->count, right->keys, right->count * sizeof *right->keys);
    memcpy(left->children + left->count, right->children, right->count * sizeof *right->children);
    left->keys[left->count] = *between;
    left->count += right->count;
    return 1;
}

static int join_children(inner *in, uint32_t right, int leaves, const ombud_alloc *alloc)
{
    void *gone = in->children[right];
    int fitted = leaves ? join_leaves(in->children[right - 1], gone)
                        : join_inner(in->children[right - 1], gone, &in->keys[right]);
    if (fitted) {
        take_child(in, right);
        if (leaves)
            free_leaf(gone, alloc);
        else
            ombud__free_wiped(alloc, gone, sizeof(inner));
    }
    return fitted;
}

static void free_below(void *node, uint32_t height, const ombud_alloc *alloc)
{
    if (height == 1) {
        free_leaf(node, alloc);
        return;
    }
    inner *in = node;
    for (uint32_t i = 0; i < in->count; i++)
        free_below(in->children[i], height - 1, alloc);
    ombud__free_wiped(alloc, in, sizeof *in);
}

void ombud__ordered_free(ombud__ordered *tree, const ombud_alloc *alloc)
{
    if (tree->root != NULL)
        free_below(tree->root, tree->height, alloc);
    memset(tree, 0, sizeof *tree);
}

/* A node under a quarter full joins a neighbour that has room for it. */
static void tidy(ombud__ordered *tree, const ombud_alloc *alloc, const step *path, uint32_t left_in_leaf)
{
    int scarce = left_in_leaf < OMBUD__LEAF_KEYS / 4;
    for (uint32_t depth = tree->height - 1; depth-- > 0 && scarce;) {
        inner *in = path[depth].node;
        uint32_t at = path[depth].at;
        int leaves = depth + 2 == tree->height;
        int fitted = at + 1 < in->count && join_children(in, at + 1, leaves, alloc);
        if (!fitted && at > 0)
            join_children(in, at, leaves, alloc);
        scarce = in->count < OMBUD__INNER_KEYS / 4;
    }
    while (tree->height > 1 && ((inner *)tree->root)->count == 1) {
        inner *root = tree->root;
        tree->root = root->children[0];
        tree->height--;
        ombud__free_wiped(alloc, root, sizeof *root);
    }
    if (tree->count == 0)
        ombud__ordered_free(tree, alloc);
}

void ombud__ordered_take(ombud__ordered *tree, const ombud_alloc *alloc, const ombud__key *key)
{
    step path[HEIGHT_MAX];
    if (tree->root == NULL)
        return;
    ombud__leaf *leaf = descend(tree, key, path);
    uint32_t at = place_of(leaf->keys, 0, leaf->count, key, 0);
    if (at == leaf->count || ombud__key_before(key, &leaf->keys[at]))
        return;
    memmove(leaf->keys + at, leaf->keys + at + 1, (leaf->count - at - 1) * sizeof *leaf->keys);
    leaf->count--;
    memset(&leaf->keys[leaf->count], 0, sizeof *leaf->keys);
    tree->count--;
    tidy(tree, alloc, path, leaf->count);
}

/* ---- reading ----------------------------------------------------------------------------------------------------- */

ombud__place ombud__ordered_seek(const ombud__ordered *tree, const ombud__key *key)
{
    step path[HEIGHT_MAX];
    ombud__place place = {NULL, 0};
    if (tree->root != NULL) {
        place.leaf = descend(tree, key, path);
        place.at = place_of(place.leaf->keys, 0, place.leaf->count, key, 0);
    }
    return place;
}

const ombud__key *ombud__ordered_next(ombud__place *place)
{
    while (place->leaf != NULL && place->at == place->leaf->count) {
        place->leaf = place->leaf->next;
        place->at = 0;
    }
    return place->leaf == NULL ? NULL : &place->leaf->keys[place->at++];
}

/* The keys below a node from `first` up to `last`, both counted; NULL: from its first, up to its last. What lies within
 * is known from the keys above the leaves, so that no leaf need be waited for to find the next. */
static size_t span_below(const void *node, uint32_t height, const ombud__key *first, const ombud__key *last,
                         ombud__key *out)
{
    if (height == 1) {
        const ombud__leaf *leaf = node;
        uint32_t from = first == NULL ? 0 : place_of(leaf->keys, 0, leaf->count, first, 0);
        uint32_t to = last == NULL ? leaf->count : place_of(leaf->keys, from, leaf->count, last, 1);
        if (out != NULL)
            memcpy(out, leaf->keys + from, (to - from) * sizeof *out);
        return to - from;
    }
    const inner *in = node;
    uint32_t from = first == NULL ? 0 : place_of(in->keys, 1, in->count, first, 1) - 1;
    uint32_t to = last == NULL ? in->count - 1 : place_of(in->keys, from + 1, in->count, last, 1) - 1;
    size_t count = 0;
    for (uint32_t i = from; i <= to; i++)
        count += span_below(in->children[i], height - 1, i == from ? first : NULL, i == to ? last : NULL,
                            out == NULL ? NULL : out + count);
    return count;
}

size_t ombud__ordered_span(const ombud__ordered *tree, int32_t from, int32_t to, ombud__key *out)
{
    const ombud__key first = {INT64_MIN, 0, from, 0, 0}, last = {INT64_MAX, 0, to, UINT16_MAX, UINT16_MAX};
    return tree->root == NULL ? 0 : span_below(tree->root, tree->height, &first, &last, out);
}
