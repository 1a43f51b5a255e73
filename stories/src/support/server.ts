/** Where the mock server is. A page that is opened from a folder has no address of its own that a client would take. */
export const apiUrl = location.protocol === 'file:' ? 'https://tinh.example/api' : '/api';
