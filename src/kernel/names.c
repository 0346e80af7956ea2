/* The names of a law or of a plan while it is read; see names.h. */
#include "names.h"

#include <string.h>

static uint32_t hash_of(uint8_t sort, ombud__id owner, ombud_view name)
{
    uint32_t hash = 2166136261u ^ ((uint32_t)sort << 16 | owner);
    for (size_t i = 0; i < name.len; i++)
        hash = (hash ^ (unsigned char)name.ptr[i]) * 16777619u;
    return hash;
}

const ombud__name *ombud__names_find(const ombud__names *names, uint8_t sort, ombud__id owner, ombud_view name)
{
    if (names->buckets == 0)
        return NULL;
    uint32_t hash = hash_of(sort, owner, name);
    for (uint32_t at = names->bucket[hash & (names->buckets - 1)]; at != 0; at = names->name[at - 1].next) {
        const ombud__name *entry = &names->name[at - 1];
        if (entry->hash == hash && entry->sort == sort && entry->owner == owner && entry->name.len == name.len &&
            memcmp(entry->name.ptr, name.ptr, name.len) == 0)
            return entry;
    }
    return NULL;
}

static void put(ombud__names *names, size_t index)
{
    uint32_t *bucket = &names->bucket[names->name[index].hash & (names->buckets - 1)];
    names->name[index].next = *bucket;
    *bucket = (uint32_t)index + 1;
}

static int grow(ombud__names *names, ombud__pool *pool)
{
    size_t buckets = names->buckets == 0 ? 256 : names->buckets * 4;
    uint32_t *bucket = ombud__pool_alloc(pool, buckets * sizeof *bucket);
    if (!bucket)
        return 0;
    names->bucket = bucket;
    names->buckets = buckets;
    for (size_t i = 0; i < names->count; i++)
        put(names, i);
    return 1;
}

ombud__name *ombud__names_add(ombud__names *names, ombud__pool *pool, uint8_t sort, ombud__id owner, ombud_view name,
                              ombud__id id)
{
    int full;
    if (names->count >= names->buckets && !grow(names, pool))
        return NULL;
    void *array = names->name;
    ombud__name *entry =
        ombud__pool_push(pool, &array, &names->count, &names->capacity, sizeof *entry, UINT32_MAX - 1, &full);
    names->name = array;
    if (!entry)
        return NULL;
    entry->name = name;
    entry->hash = hash_of(sort, owner, name);
    entry->owner = owner;
    entry->id = id;
    entry->sort = sort;
    put(names, names->count - 1);
    return entry;
}
