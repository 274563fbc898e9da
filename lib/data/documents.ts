import "server-only";

import type { Tenant } from "./tenant";

/** The frozen file of a declaration, with its bytes. */
export type StoredDocument = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly content: Uint8Array;
};

/** With the time at which it was kept. */
export type KeptDocument = StoredDocument & { readonly createdAt: Date };

export const documentsOf = ({ orgId, userId, db }: Tenant) => ({
  /** Keeps the bytes of a declaration's file as they were downloaded. */
  async keepDeclarationFile(declarationId: string, document: StoredDocument): Promise<void> {
    await db.document.create({
      data: {
        orgId,
        createdBy: userId,
        kind: "declaration-file",
        declarationId,
        ...document,
        byteSize: document.content.byteLength,
        content: Uint8Array.from(document.content),
      },
    });
  },

  async declarationFile(declarationId: string): Promise<KeptDocument | null> {
    const file = await db.document.findFirst({
      where: { orgId, declarationId, kind: "declaration-file" },
      select: { fileName: true, mediaType: true, sha256: true, content: true, createdAt: true },
    });
    return file?.content ? { ...file, content: file.content } : null;
  },
});
