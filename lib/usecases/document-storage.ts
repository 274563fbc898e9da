import "server-only";

import path from "node:path";

import { env } from "@/lib/env";
import { bucketStore, folderStore, type DocumentStore } from "@/lib/files/document-store";

const folder = path.join(env.DATA_DIR, "documents");

function chosenStore(): DocumentStore {
  const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (S3_ENDPOINT === undefined || S3_ACCESS_KEY_ID === undefined || S3_SECRET_ACCESS_KEY === undefined)
    return folderStore(folder);
  return bucketStore({
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}

/** Where attached papers lie: a folder of the data directory, or the bucket that the settings name. */
export const documentStore: DocumentStore = chosenStore();

/** Where a paper waits on this machine until it is proven and looked at. */
export const incomingPath = (name: string): string => path.join(folder, "incoming", name);
